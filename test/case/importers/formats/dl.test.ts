import { describe, expect, test } from 'vitest';
import { walk } from './walk';
import type { Walked } from './walk';

const names = (found: Walked): (string | undefined)[] => found.nodes.map((node) => (node.values.name ?? node.values.reference)?.[0]);
const ties = (found: Walked): string[] => found.edges.map((edge) => `${names(found)[edge.from] ?? ''}>${names(found)[edge.to] ?? ''} ${edge.values['other:weight']?.[0] ?? ''}`.trim());

describe('DL', () => {
  test('a full matrix, labels before the data', async () => {
    const found = await walk('dl', "dl n=3 format = fullmatrix\nlabels:\nJan,O'Neil,\"Piet de Wit\"\ndata:\n0 1 0\n0 0 2\n0.5 0 0\n");
    expect(names(found)).toEqual(['Jan', "O'Neil", 'Piet de Wit']);
    expect(ties(found)).toEqual(["Jan>O'Neil 1", "O'Neil>Piet de Wit 2", 'Piet de Wit>Jan 0.5']);
  });

  test('labels among the data', async () => {
    const full = await walk('dl', 'DL N=2\nLABELS EMBEDDED\nDATA:\nJan Piet\nJan 0 1\nPiet 0 0\n');
    expect(ties(full)).toEqual(['Jan>Piet 1']);
    const list = await walk('dl', 'dl n = 3, format = edgelist1\nlabels embedded:\ndata:\njan piet 3\npiet "an maes"\n');
    expect(ties(list)).toEqual(['jan>piet 3', 'piet>an maes']);
  });

  test('node lists, halves, an absent diagonal, several relations', async () => {
    expect(ties(await walk('dl', 'dl n=3 format=nodelist1\nlabels: a b c\ndata:\n1 2 3\n3 1\n'))).toEqual(['a>b', 'a>c', 'c>a']);
    expect(ties(await walk('dl', 'dl n=3 format=lowerhalf\nlabels: a b c\ndata:\n0\n1 0\n0 2 0\n'))).toEqual(['b>a 1', 'c>b 2']);
    expect(ties(await walk('dl', 'dl n=2 diagonal absent\nlabels: a b\ndata:\n4\n5\n'))).toEqual(['a>b 4', 'b>a 5']);
    const two = await walk('dl', 'dl n=2 nm=2\nlabels: a b\nmatrix labels: belt betaalt\ndata:\n0 1\n0 0\n0 0\n1 0\n');
    expect(two.edges.map((edge) => edge.values.role?.[0])).toEqual(['belt', 'betaalt']);
  });

  test('two modes', async () => {
    const matrix = await walk('dl', 'dl nr=2 nc=3\nrow labels: jan piet\ncolumn labels: x y z\ndata:\n1 0 1\n0 1 0\n');
    expect(ties(matrix)).toEqual(['jan>x 1', 'jan>z 1', 'piet>y 1']);
    const list = await walk('dl', 'dl nr=2, nc=2 format=edgelist2\nrow labels: jan piet\ncolumn labels: jan club\ndata:\n1 1\n2 2\n');
    expect(list.nodes).toHaveLength(4);
    expect(list.edges.map((edge) => [edge.from, edge.to])).toEqual([[0, 2], [1, 3]]);
  });

  test('what is wrong is listed, what is no DL is refused', async () => {
    const found = await walk('dl', 'dl n=2 format=edgelist1\ndata:\n1 2\n1 8\n');
    expect(ties(found)).toEqual(['1>2']);
    expect(found.rejects).toMatchObject([{ row: 4 }]);
    expect((await walk('dl', 'dl n=2\ndata:\n0 1\n')).rejects).toHaveLength(1);
    await expect(walk('dl', 'dl n=2\nlabels:\na b\n')).rejects.toMatchObject({ code: 'fileNotThisFormat' });
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { previewTableImport, runImport } from '../../../electron/case/importing';
import { UNWATCHED } from '../../../electron/case/importers/watch';
import type { CaseStore } from '../../../electron/case/store';
import { ACTOR, newCase } from '../place';

const FOLDER = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'data', 'networks');
const INDEX = join(FOLDER, 'INDEX.csv');
const here = existsSync(INDEX);
if (!here) console.warn('Skipped: published networks are not beside the checkout (../shared/data/networks).');

interface Layer {
  readonly name: string;
  readonly nodes: number;
  readonly edges: number;
}

function layers(): Layer[] {
  return readFileSync(INDEX, 'utf8').trim().split('\n').slice(1).map((line) => {
    const [set = '', layer = '', nodes = '', edges = ''] = line.split(',').map((cell) => cell.replaceAll('"', ''));
    return { name: layer === '' ? set : `${set}__${layer}`, nodes: Number(nodes), edges: Number(edges) };
  });
}

const live = (store: CaseStore, table: string): number => store.db.prepare<[], number>(`SELECT count(*) FROM ${table} WHERE seq_retracted IS NULL`).pluck().get() ?? -1;

async function bring(store: CaseStore, name: string): Promise<number> {
  const document = { path: join(FOLDER, name), name };
  const { proposal } = await previewTableImport(store.db, store.catalogue, document);
  const report = await runImport({ folder: store.folder, key: store.key }, { document, mapping: proposal, recipe: null, again: false, actor: ACTOR }, UNWATCHED);
  store.reload();
  return report.rejected;
}

test.skipIf(!here)('every published network comes in as proposed, nodes and edges exactly as listed, in either order', async () => {
  const one = await newCase();
  let nodes = 0;
  let edges = 0;
  const all = layers();
  expect(all.length).toBeGreaterThan(20);
  for (const [index, layer] of all.entries()) {
    const files = [`${layer.name}.nodes.csv`, `${layer.name}.edges.csv`];
    // All layers in one case: each has a name space of its own, so that none runs into another.
    for (const file of index % 2 === 0 ? files : files.reverse()) expect(await bring(one.store, file), file).toBe(0);
    nodes += layer.nodes;
    edges += layer.edges;
    expect({ layer: layer.name, nodes: live(one.store, 'entity'), edges: live(one.store, 'link') }).toEqual({ layer: layer.name, nodes, edges });
  }
}, 120_000);

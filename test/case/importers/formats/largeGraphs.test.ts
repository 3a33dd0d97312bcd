import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openFileBytes } from '../../../../electron/case/importers/bytes';
import { SHIPPED } from '../../../../electron/case/catalogue';
import { recordFormat } from '../../../../electron/case/importers/records/formats';
import { buildCatalogue } from '../../../../shared/schema/catalogue';
import { usualPlan } from './walk';

const FOLDER = mkdtempSync(join(tmpdir(), 'knoop-graphs-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));
const MB = 1024 * 1024;

/** A GraphML file of `nodes` nodes with a long remark each, and an edge from each to the one before. Its size in bytes. */
function write(path: string, nodes: number): number {
  const file = openSync(path, 'w');
  writeSync(file, '<graphml><key id="d0" for="node" attr.name="name"/><key id="d1" for="node" attr.name="remark"/><key id="d2" for="edge" attr.name="weight"/><graph edgedefault="directed">\n');
  const remark = 'gezien op de kaai bij een container '.repeat(45);
  let lines: string[] = [];
  for (let at = 0; at < nodes; at += 1) {
    lines.push(`<node id="n${String(at)}"><data key="d0">Persoon ${String(at)}</data><data key="d1">${String(at)} ${remark}</data></node>\n${at === 0 ? '' : `<edge source="n${String(at)}" target="n${String(at - 1)}"><data key="d2">${String(at % 9)}</data></edge>\n`}`);
    if (lines.length === 2000) {
      writeSync(file, lines.join(''));
      lines = [];
    }
  }
  writeSync(file, `${lines.join('')}</graph></graphml>`);
  closeSync(file);
  return statSync(path).size;
}

test('over 100 MB of GraphML are streamed in memory that does not grow with them', async () => {
  const path = join(FOLDER, 'large.graphml');
  const nodes = 66_000;
  expect(write(path, nodes)).toBeGreaterThan(100 * MB);
  const bytes = openFileBytes(path);
  const stream = await recordFormat('graphml').open(bytes, { name: 'large.graphml', plan: usualPlan('graphml'), catalogue: buildCatalogue(SHIPPED) });
  let entities = 0;
  let links = 0;
  const used: number[] = [];
  let batches = 0;
  for await (const batch of stream.outcomes()) {
    for (const outcome of batch) if (outcome.kind === 'row') outcome.mapped.links.length > 0 ? (links += 1) : (entities += 1);
    batches += 1;
    if (batches % 20 === 0) used.push(process.memoryUsage().heapUsed / MB);
  }
  bytes.close();
  expect({ entities, links }).toEqual({ entities: nodes, links: nodes - 1 });
  expect(stream.done()).toBe(stream.total);
  // What rests after collections: the lowest of the first and of the last third. The file itself is over 100 MB, twice that as text.
  const third = Math.floor(used.length / 3);
  expect(Math.min(...used.slice(-third)) - Math.min(...used.slice(0, third))).toBeLessThan(60);
}, 60_000);

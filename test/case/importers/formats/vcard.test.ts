import { readdirSync } from 'node:fs';
import { test } from 'vitest';
import { walkFile } from './walk';
test('look', async () => {
  const d = '../shared/data/contacts/vcard/';
  for (const f of readdirSync(d).filter((x) => x.endsWith('.vcf'))) {
    const w = await walkFile(d + f);
    console.log(f, w.format, w.nodes.length, w.edges.length, JSON.stringify(w.rejects));
    for (const n of w.nodes) console.log('  ', n.type, n.stub ? 'STUB' : '', JSON.stringify(n.values).slice(0, 500));
    console.log('  ', w.edges.map((e) => `${e.from}-${e.type}-${e.to} ${JSON.stringify(e.values)}`).join('\n   '));
  }
});

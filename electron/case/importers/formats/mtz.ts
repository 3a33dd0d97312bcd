import { Failure } from '../../../../shared/contract/failure';
import { Package } from '../workbook';
import type { RecordFormat } from '../records/format';
import { definitionsIn, namesMention } from './maltego/archive';
import { EntityKinds } from './maltego/entityKinds';

/** Configurations of Maltego: kinds of things, which become types of the case where none comes near. They hold no things. */
export const format: RecordFormat = {
  id: 'mtz',
  mediaType: 'application/vnd.maltego.configuration+zip',
  endings: ['.mtz'],
  recognise({ name, bytes }) {
    if (namesMention(bytes, /Graphs\/[^/]*\.graphml/i)) return 0;
    if (namesMention(bytes, /(?:^|[^\w])Entities\/[^/]{1,200}\.entity/i)) return 0.96;
    return name.endsWith('.mtz') && namesMention(bytes, /./) ? 0.6 : 0;
  },
  async open(bytes, { catalogue, plan }) {
    const zip = await Package.open(bytes);
    const kinds = new EntityKinds(catalogue, plan);
    try {
      const definitions = await definitionsIn(zip);
      if (definitions.length === 0) throw new Failure('fileNotThisFormat', { why: 'no entity definitions' });
      for (const definition of definitions) kinds.define(definition);
      for (const { id } of definitions) kinds.meet(id);
    } finally {
      zip.close();
    }
    let done = 0;
    return {
      total: bytes.size,
      done: () => done,
      unit: 'record',
      types: () => ({ entities: kinds.types, links: [] }),
      kinds: () => [...kinds.defined].map(({ id, name }) => ({ of: 'entity' as const, label: name, type: kinds.meet(id), count: 0 })),
      async *outcomes() {
        done = bytes.size;
        yield [];
      },
    };
  },
};

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { heldBytes } from '../../../../electron/case/importers/bytes';
import type { FoundKind, RecordOutcome } from '../../../../electron/case/importers/records/format';
import { recogniseRecords, recordFormat } from '../../../../electron/case/importers/records/formats';
import { buildCatalogue } from '../../../../shared/schema/catalogue';
import { SHIPPED } from '../../../../electron/case/catalogue';
import type { MappedEntity, MappedLink } from '../../../../shared/mapping/mapRow';
import type { RecordFormatId, RecordPlan } from '../../../../shared/mapping/recordPlan';
import type { EntityType, LinkType } from '../../../../shared/schema/types';

export interface Walked {
  readonly outcomes: readonly RecordOutcome[];
  readonly kinds: readonly FoundKind[];
  readonly types: { readonly entities: readonly EntityType[]; readonly links: readonly LinkType[] };
  /** Entities as an import would join them: by id, identifier or the file's own id. Stubs are those that were only ever pointed at. */
  readonly nodes: readonly { readonly type: string; readonly values: Record<string, string[]>; readonly stub: boolean; readonly place: MappedEntity['place'] }[];
  /** Links by indexes into `nodes`. */
  readonly edges: readonly { readonly type: string; readonly from: number; readonly to: number; readonly values: Record<string, string[]>; readonly link: MappedLink }[];
  readonly rejects: readonly Extract<RecordOutcome, { kind: 'reject' }>['reject'][];
  readonly pages: readonly string[];
}

const CATALOGUE = buildCatalogue(SHIPPED);
const plain = (values: MappedEntity['values']): Record<string, string[]> => Object.fromEntries(Object.entries(values).map(([id, said]) => [id, said.map((value) => value.v)]));

export const usualPlan = (format: RecordFormatId): RecordPlan => ({
  format, encoding: null, dateOrder: 'dmy', decimal: ',', country: 'BE', currency: 'EUR', namespace: '', entityTypes: {}, linkTypes: {}, chart: true, source: { supplier: '', grading: null, handling: [] },
});

/** Walks a document as an import would and joins what it says in memory. Throws what the format throws. */
export async function walk(id: RecordFormatId, content: Uint8Array | string, name = `test.${id}`, plan: Partial<RecordPlan> = {}): Promise<Walked> {
  const format = recordFormat(id);
  const bytes = heldBytes(typeof content === 'string' ? Buffer.from(content, 'utf8') : content);
  const stream = await format.open(bytes, { name, plan: { ...usualPlan(id), ...format.proposes, ...plan }, catalogue: CATALOGUE });
  const outcomes: RecordOutcome[] = [];
  for await (const batch of stream.outcomes()) outcomes.push(...batch);
  const nodes: Walked['nodes'][number][] = [];
  const edges: Walked['edges'][number][] = [];
  const byKey = new Map<string, number>();
  const place = (entity: MappedEntity): number => {
    const keys = [...(entity.id === undefined ? [] : [`id:${entity.id}`]), ...entity.identifiers.map((join) => `${entity.type}\u0000${join}`), ...(entity.sameKey === null ? [] : [entity.sameKey])];
    let at = keys.map((key) => byKey.get(key)).find((each) => each !== undefined);
    if (at === undefined) {
      at = nodes.length;
      nodes.push({ type: entity.type, values: plain(entity.values), stub: entity.mention === true, place: entity.place });
    } else if (entity.mention !== true) {
      const held = nodes[at];
      if (held) {
        const merged = held.stub ? {} : { ...held.values };
        for (const [property, said] of Object.entries(plain(entity.values))) merged[property] = [...new Set([...(merged[property] ?? []), ...said])];
        nodes[at] = { type: held.type, values: merged, stub: false, place: held.place ?? entity.place };
      }
    }
    for (const key of keys) if (!byKey.has(key)) byKey.set(key, at);
    return at;
  };
  for (const outcome of outcomes) {
    if (outcome.kind !== 'row') continue;
    const found = outcome.mapped.entities.map(place);
    for (const link of outcome.mapped.links) edges.push({ type: link.type, from: found[link.from] ?? -1, to: found[link.to] ?? -1, values: plain(link.values), link });
  }
  return {
    outcomes, nodes, edges,
    kinds: stream.kinds?.() ?? [],
    types: stream.types?.() ?? { entities: [], links: [] },
    rejects: outcomes.flatMap((outcome) => (outcome.kind === 'reject' ? [outcome.reject] : [])),
    pages: outcomes.flatMap((outcome) => (outcome.kind === 'page' ? [outcome.text] : [])),
  };
}

/** The same for a file; its format is found by its bytes unless given. */
export async function walkFile(path: string, id?: RecordFormatId, plan: Partial<RecordPlan> = {}): Promise<Walked & { readonly format: RecordFormatId | null }> {
  const content = readFileSync(path);
  const format = id ?? recogniseRecords(heldBytes(content), basename(path))?.id ?? null;
  if (format === null) return { format, outcomes: [], kinds: [], types: { entities: [], links: [] }, nodes: [], edges: [], rejects: [], pages: [] };
  return { format, ...(await walk(format, content, basename(path), plan)) };
}

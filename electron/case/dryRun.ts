import type { Database } from 'better-sqlite3';
import type { DryRun } from '../../shared/contract/importing';
import type { ImportPlan } from '../../shared/mapping/recordPlan';
import { captionOf } from '../../shared/schema/caption';
import type { Catalogue } from '../../shared/schema/catalogue';
import type { Language } from '../../shared/values/kind';
import { openDocument } from './importers/document';
import type { CasePlace, Document } from './importers/document';
import { Identities } from './importers/identities';
import { openIncoming } from './importers/incoming';
import { rejectOf } from './importers/mappedRows';

type DryEntity = DryRun['entities'][number];

/**
 * What the first `rows` rows of a file would bring, over the case as it is. Nothing is written. New entities and links have ids that
 * begin with "new:". Throws Failure as previewImport, and mappingInvalid, noRows.
 */
export async function dryRun(db: Database, catalogue: Catalogue, document: Document, plan: ImportPlan, rows: number, language: Language, place: CasePlace | null = null): Promise<DryRun> {
  const bytes = openDocument(document, place);
  try {
    const incoming = await openIncoming(bytes, document.name, plan, catalogue);
    let made = 0;
    const identities = new Identities(db, () => `new:${(made += 1)}`);
    const entities = new Map<string, DryEntity>();
    const seenLinks = new Set<string>();
    const result: DryRun = { rowsRead: 0, entities: [], links: [], doubts: [], rejects: [], legs: 0, counts: { entities: {}, links: {} } };
    const count = (of: Record<string, number>, type: string): void => {
      of[type] = (of[type] ?? 0) + 1;
    };
    reading: for await (const batch of incoming.outcomes()) {
      for (const outcome of batch) {
        if (result.rowsRead >= rows) break reading;
        result.rowsRead += 1;
        if (outcome.kind === 'reject') {
          result.rejects.push(outcome.reject);
          continue;
        }
        if (outcome.kind !== 'row') continue;
        const { row, mapped } = outcome;
        const resolved = mapped.entities.map((entity) => identities.resolve(entity).identity);
        mapped.entities.forEach((entity, index) => {
          const identity = resolved[index];
          if (identity === undefined || (entity.mention === true && entities.has(identity.id))) return;
          const known = entities.get(identity.id);
          if (known === undefined) {
            count(result.counts.entities, entity.type);
            entities.set(identity.id, { key: entity.key, type: entity.type, caption: '', id: identity.id, values: { ...entity.values }, known: identity.known, rows: [row] });
          } else {
            for (const [property, said] of Object.entries(entity.values)) {
              const held = known.values[property] ?? [];
              known.values[property] = [...held, ...said.filter((value) => !held.some((other) => other.v === value.v))];
            }
            if (known.rows.at(-1) !== row) known.rows.push(row);
          }
        });
        for (const link of mapped.links) {
          const [from, to] = [resolved[link.from], resolved[link.to]];
          if (from === undefined || to === undefined) continue;
          if (from === to) {
            if (result.rejects.at(-1)?.row !== row) result.rejects.push(rejectOf(outcome, 'selfLink', link.type));
            continue;
          }
          const { link: { id }, added } = identities.link(link, from, to);
          if (!added && link.leg !== undefined) result.legs += 1;
          else if (!seenLinks.has(id)) count(result.counts.links, link.type);
          seenLinks.add(id);
          result.links.push({ type: link.type, from: from.id, to: to.id, row });
        }
        for (const doubt of mapped.doubts) result.doubts.push({ row, ...doubt });
      }
    }
    result.entities = [...entities.values()].map((entity) => {
      const type = catalogue.entityType(entity.type);
      return { ...entity, caption: type === undefined ? '' : captionOf(type, entity.values, language).caption };
    });
    return result;
  } finally {
    bytes.close();
  }
}

import type { Database } from 'better-sqlite3';
import type { VersionCandidate } from '../../../shared/contract/sharing';
import { fitMapping } from '../../../shared/mapping/fit';
import { fingerprint } from '../../../shared/mapping/headings';
import type { Mapping } from '../../../shared/mapping/mapping';
import type { Document } from '../importers/document';
import { isSeriesOf, isSameName } from '../queries/shareFiles';
import { tableSources } from './side';
import type { TableSource } from './side';

const MOST = 20;
const ORDER: readonly VersionCandidate['why'][] = ['path', 'name', 'series', 'headings'];

/** The source's way of being taken in, for this very file: its columns where they stand here, its cells as this file writes them. */
function mappingFor(source: TableSource, mapping: Mapping): Mapping | null {
  const fitted = source.mapping === null ? null : fitMapping(source.mapping, mapping.headings);
  return fitted === null ? null : { ...fitted, reading: { ...mapping.reading, dateOrder: fitted.reading.dateOrder, decimal: fitted.reading.decimal, country: fitted.reading.country, currency: fitted.reading.currency } };
}

/** Tables in the case that a file, read as `mapping` says, may be a later version of; the likeliest first, then the latest. */
export function versionsOf(db: Database, document: Document, mapping: Mapping): VersionCandidate[] {
  const sha256 = 'kept' in document ? document.kept.sha256 : null;
  const stoodThere = new Set(sha256 === null ? [] : db.prepare<[string], string>('SELECT other.sha256 FROM share_version this JOIN share_version other USING (share, path) WHERE this.sha256 = ?').pluck().all(sha256));
  const print = fingerprint(mapping.headings);
  const headed = mapping.headings.some((heading) => heading.trim() !== '');
  const received = db.prepare<[number], string>('SELECT received_at FROM source WHERE n = ?').pluck();
  const reasonOf = (source: TableSource): VersionCandidate['why'] | null => {
    if (stoodThere.has(source.sha256)) return 'path';
    if (isSameName(source.title, document.name)) return 'name';
    if (isSeriesOf(source.title, document.name)) return 'series';
    return headed && source.mapping !== null && fingerprint(source.mapping.headings) === print ? 'headings' : null;
  };
  const found = tableSources(db).filter((source) => source.sha256 !== sha256).flatMap((source): VersionCandidate[] => {
    const why = reasonOf(source);
    return why === null ? [] : [{ id: source.id, title: source.title, receivedAt: received.get(source.n) ?? '', why, mapping: mappingFor(source, mapping) }];
  });
  return found.toSorted((a, b) => ORDER.indexOf(a.why) - ORDER.indexOf(b.why)).slice(0, MOST);
}

import type { Database } from 'better-sqlite3';
import type { GatheredEntity, GatheredLink } from '../../../shared/briefing/gathered';
import type { FrozenChart } from '../../../shared/briefing/material';
import type { FrozenDrawing } from '../../../shared/model/drawing';
import type { Id } from '../../../shared/model/ids';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { annotationsAmong, drawnLinks, groupsAmong, hiddenAmong, placesAmong, stylesAmong, type StoredItem } from './drawnCharts';
import { judgementsAmong } from './gatherJudgements';
import type { SaidStatements } from './saidStatements';
import { query } from './statements';

type Keyed<T> = T & { readonly n: number };

interface SnapshotRow { readonly id: Id; readonly chart: Id; readonly name: string; readonly seq: number; readonly items: string; readonly drawing: string | null; readonly chartName: string | null; readonly at: string | null }

const SNAPSHOTS = `SELECT snapshot.id, snapshot.chart, snapshot.name, snapshot.seq, snapshot.items, snapshot.drawing, chart.name AS chartName, journal.at
  FROM json_each(@ids) wanted CROSS JOIN snapshot ON snapshot.id = wanted.value LEFT JOIN chart ON chart.id = snapshot.chart LEFT JOIN journal ON journal.seq = snapshot.seq`;

const THEN = (table: string): string => `${table}.seq_added <= @seq AND (${table}.seq_retracted IS NULL OR ${table}.seq_retracted > @seq)`;

const ENTITIES = `SELECT e.n, e.id, e.type FROM json_each(@ids) wanted CROSS JOIN entity e ON e.id = wanted.value WHERE ${THEN('e')}`;

const LINKS = `
  WITH item(n, id) AS MATERIALIZED (SELECT e.n, e.id FROM json_each(@ids) wanted CROSS JOIN entity e ON e.id = wanted.value)
  SELECT l.n, l.id, l.type, a.id AS "from", b.id AS "to"
  FROM item a CROSS JOIN link l ON l.from_n = a.n CROSS JOIN item b ON b.n = l.to_n
  WHERE ${THEN('l')} ORDER BY l.n`;

/** Frozen charts as they stood: their places and membership from the snapshot, what is said and judged of them as of its number of the journal. Snapshots that are gone are left out. */
export function frozenCharts(db: Database, catalogue: Catalogue, said: SaidStatements, ids: readonly Id[]): FrozenChart[] {
  if (ids.length === 0) return [];
  return query<SnapshotRow>(db, SNAPSHOTS).all({ ids: JSON.stringify([...new Set(ids)]) }).map(({ id, chart, name, seq, items, drawing, chartName, at }) => {
    const stored = JSON.parse(items) as StoredItem[];
    const { options, groups, annotations } = drawing === null ? { options: undefined, groups: [], annotations: [] } : (JSON.parse(drawing) as FrozenDrawing);
    const places = placesAmong(stored);
    const entities = query<Keyed<GatheredEntity>>(db, ENTITIES).all({ ids: JSON.stringify(places.map((place) => place.entity)), seq });
    const among = query<Keyed<GatheredLink>>(db, LINKS).all({ ids: JSON.stringify(entities.map((entity) => entity.id)), seq });
    const on = new Set(places.map((place) => place.entity));
    const drawn = new Set(drawnLinks(on, stored, among, catalogue));
    const links = among.filter((link) => drawn.has(link.id));
    return {
      snapshot: id, name, seq, at: at ?? '', chart: { id: chart, name: chartName ?? name, ...(options === undefined ? {} : { options }), ...stylesAmong(stored), ...groupsAmong(groups), ...annotationsAmong(annotations), places, links: [...drawn], hidden: hiddenAmong(stored) }, entities: entities.map((entity) => ({ id: entity.id, type: entity.type })), links: links.map((link) => ({ id: link.id, type: link.type, from: link.from, to: link.to })),
      statements: [...said.about('entity', entities, seq), ...said.about('link', links, seq)], judgements: judgementsAmong(db, on, seq),
    };
  });
}

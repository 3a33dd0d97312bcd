import type { Database } from 'better-sqlite3';
import type { ResultOf } from '../../../shared/contract/definition';
import type { snapshotRequests } from '../../../shared/contract/snapshots';
import type { PresentationRecord } from '../../../shared/model/drawing';
import type { Id } from '../../../shared/model/ids';
import { ImagedRows } from '../db/imaged';
import type { Reading } from '../viewing';
import { TAKEN } from './chartMoments';
import { query } from './statements';

type Views = ResultOf<(typeof snapshotRequests)['case.presentations']>;
type Shown = NonNullable<Views[number]['slides'][number]['shows']>;

const SHOWN = `SELECT snapshot.id, snapshot.name, snapshot.chart, coalesce(chart.name, '') AS chartName, coalesce(journal.at, '') AS at,
    (SELECT count(*) FROM json_each(snapshot.items) item WHERE json_extract(item.value, '$.kind') = 'entity' AND NOT json_extract(item.value, '$.hidden')) AS items
  FROM json_each(@ids) wanted CROSS JOIN snapshot ON snapshot.id = wanted.value LEFT JOIN chart ON chart.id = snapshot.chart LEFT JOIN journal ON ${TAKEN}`;

/** Presentations by name, with what each of their slides shows. */
export function presentations(db: Database): Views {
  const all = new ImagedRows(db).list('presentation') as PresentationRecord[];
  const ids = JSON.stringify([...new Set(all.flatMap(({ slides }) => slides.map((slide) => slide.snapshot)))]);
  const shown = new Map(query<Shown & { id: Id }>(db, SHOWN).all({ ids }).map(({ id, ...shows }) => [id, shows]));
  return all.map((each) => ({ ...each, slides: each.slides.map((slide) => ({ ...slide, shows: shown.get(slide.snapshot) ?? null })) })).toSorted((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}

/**
 * The same for the eyes of a recipient: nothing says who may read what the author wrote, so that names, headings and notes stay away, and charts are called what that recipient
 * gets them called.
 */
export function presentationsFor(db: Database, { db: theirs }: Pick<Reading, 'db'>): Views {
  const names = new Map(query<{ id: Id; name: string }>(theirs, 'SELECT id, name FROM chart').all({}).map(({ id, name }) => [id, name]));
  return presentations(db).map((each, at) => ({
    ...each,
    name: String(at + 1),
    slides: each.slides.map((slide) => {
      const called = slide.shows === null ? undefined : names.get(slide.shows.chart);
      return { ...slide, heading: '', note: '', shows: slide.shows === null || called === undefined ? null : { ...slide.shows, name: called, chartName: called, items: 0 } };
    }),
  }));
}

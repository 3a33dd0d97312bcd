import { valueKinds } from '../values';
import type { CitedText, Table } from './document';
import { foldLinks, totalText, type Fold } from './fold';
import { dateText } from './moment';
import type { Scene, SceneEntity, SceneLink } from './scene';
import { mergeNumbers } from './sourceNumbers';

/** Rows that people still read; more are named in the note. */
const MOST_ROWS = 300;
/** Happenings of one line that are told one by one; more are told together. */
const TOLD_APART = 3;

/** One dated line of the chronology. Higher `weight` is kept first when there are too many. */
interface Moment {
  readonly date: string;
  readonly until: string | null;
  readonly text: string;
  readonly detail: string;
  readonly grading: string;
  readonly sources: readonly number[];
  readonly weight: number;
}

const later = (a: string, b: string): string => (valueKinds.date.compare(a, b) >= 0 ? a : b);
const earlier = (a: string, b: string): string => (valueKinds.date.compare(a, b) <= 0 ? a : b);

function ends({ type, from, to }: Fold): string {
  return `${from.caption} ${type.directed ? '→' : '–'} ${to.caption}`;
}

/** Events weigh most: there are few of them, and they are what the rest leads to. */
function ofEntity(entity: SceneEntity, scene: Scene): Moment[] {
  const date = entity.start ?? entity.end;
  if (date === null) return [];
  return [{
    date, until: entity.start === null ? null : entity.end, text: scene.words('happened', { type: entity.type.label[scene.language], caption: entity.caption }),
    detail: entity.start === null ? scene.words('ended') : '', grading: entity.subject.grading, sources: entity.subject.sources, weight: Number.POSITIVE_INFINITY,
  }];
}

function ofLink(fold: Fold, link: SceneLink, scene: Scene): Moment {
  const label = fold.type.label[scene.language];
  const date = link.start ?? link.end ?? '';
  const total = totalText({ type: fold.type, links: [link] }, scene.language);
  return {
    date, until: link.start === null || link.end === link.start ? null : link.end, text: scene.words('linked', { ends: ends(fold), label, count: 1 }),
    detail: [total, link.start === null ? scene.words('ended') : ''].filter((part) => part !== '').join(' · '),
    grading: link.subject.grading, sources: link.subject.sources, weight: fold.type.occurrence ? fold.links.length : Number.MAX_SAFE_INTEGER,
  };
}

function ofFold(fold: Fold, scene: Scene): Moment[] {
  const dated = fold.links.filter((link) => link.start !== null || link.end !== null);
  if (!fold.type.occurrence || dated.length <= TOLD_APART) return dated.map((link) => ofLink(fold, link, scene));
  const dates = dated.flatMap((link) => [link.start, link.end]).filter((date) => date !== null);
  const first = dates.reduce(earlier);
  const last = dates.reduce(later);
  const gradings = new Set(dated.map((link) => link.subject.grading).filter((grading) => grading !== ''));
  return [{
    date: first, until: last === first ? null : last, text: scene.words('linked', { ends: ends(fold), label: fold.type.label[scene.language], count: dated.length }),
    detail: totalText({ type: fold.type, links: dated }, scene.language), grading: [...gradings].sort().join(' '), sources: mergeNumbers(dated.map((link) => link.subject.sources)), weight: dated.length,
  }];
}

/** The dated facts of links and events in order of time; many happenings of one line are told together with their number, first and last. Null when nothing is dated. */
export function chronologyTable(scene: Scene): Omit<Table, 'number' | 'label'> | null {
  const { words, language } = scene;
  const all = [
    ...[...scene.entities.values()].flatMap((entity) => ofEntity(entity, scene)),
    ...foldLinks(scene.links.values()).flatMap((fold) => ofFold(fold, scene)),
  ];
  if (all.length === 0) return null;
  const kept = all.length <= MOST_ROWS ? all : [...all].sort((a, b) => (a.weight === b.weight ? 0 : b.weight - a.weight)).slice(0, MOST_ROWS);
  const rows = [...kept].sort((a, b) => valueKinds.date.compare(a.date, b.date) || a.text.localeCompare(b.text, language));
  const shown = (date: string): string => dateText(date, language);
  return {
    kind: 'table',
    caption: words('chronologyCaption', { count: rows.length }),
    columns: [
      { heading: words('columnDate'), width: 'normal', align: 'start' }, { heading: words('columnFact'), width: 'wide', align: 'start' },
      { heading: words('columnGrading'), width: 'narrow', align: 'start' }, { heading: words('columnSources'), width: 'narrow', align: 'start' },
    ],
    rows: rows.map(({ date, until, text, detail, grading, sources }): CitedText[][] => [
      [{ text: shown(date), sources: [], emphasis: 'plain' }, ...(until === null ? [] : [{ text: words('until', { date: shown(until) }), sources: [], emphasis: 'quiet' as const }])],
      [{ text, sources: [], emphasis: 'plain' }, ...(detail === '' ? [] : [{ text: detail, sources: [], emphasis: 'quiet' as const }])],
      [{ text: grading, sources: [], emphasis: 'plain' }],
      [{ text: '', sources: [...sources], emphasis: 'plain' }],
    ]),
    note: all.length > kept.length ? words('chronologyCut', { shown: kept.length, all: all.length }) : '',
    cited: false,
  };
}

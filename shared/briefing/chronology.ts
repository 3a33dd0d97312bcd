import { valueKinds } from '../values';
import { LOCALES } from '../values/locale';
import { column, plain, quiet, tableOf, type ComposeContext, type UnnumberedTable } from './context';
import { captionStatements } from './factLines';
import { foldLinks, totalText, type Fold } from './fold';
import type { GatheredStatement } from './gathered';
import { dateText } from './moment';
import type { Scene, SceneEntity, SceneLink } from './scene';
import { supportLines } from './support';

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
  readonly statements: readonly GatheredStatement[];
  /** What the names in it rest on: on the page, but not what the row asserts. */
  readonly names: readonly GatheredStatement[];
  readonly weight: number;
}

const later = (a: string, b: string): string => (valueKinds.date.compare(a, b) >= 0 ? a : b);
const earlier = (a: string, b: string): string => (valueKinds.date.compare(a, b) <= 0 ? a : b);

/** "A → B", or with a dash where the type has no direction. */
export const endsText = ({ type, from, to }: Pick<Fold, 'type' | 'from' | 'to'>): string => `${from.caption} ${type.directed ? '→' : '–'} ${to.caption}`;

/** Events weigh most: there are few of them, and they are what the rest leads to. */
function ofEntity(entity: SceneEntity, scene: Scene): Moment[] {
  const date = entity.start ?? entity.end;
  if (date === null) return [];
  return [{
    date, until: entity.start === null ? null : entity.end, text: scene.words('happened', { type: entity.type.label[scene.language], caption: entity.caption }),
    detail: entity.start === null ? scene.words('ended') : '', statements: entity.subject.statements, names: [], weight: Number.POSITIVE_INFINITY,
  }];
}

/** What the names of both ends rest on. */
export const endNames = ({ from, to }: Pick<Fold, 'from' | 'to'>, scene: Scene): GatheredStatement[] => [from, to].flatMap((end) => captionStatements(end, scene));

function ofLink(fold: Fold, link: SceneLink, scene: Scene): Moment {
  const label = fold.type.label[scene.language];
  const date = link.start ?? link.end ?? '';
  const total = totalText({ type: fold.type, links: [link] }, scene.language);
  return {
    date, until: link.start === null || link.end === link.start ? null : link.end, text: scene.words('linked', { ends: endsText(fold), label, count: 1 }),
    detail: [total, link.start === null ? scene.words('ended') : ''].filter((part) => part !== '').join(' · '),
    statements: link.subject.statements, names: endNames(fold, scene), weight: fold.type.occurrence ? fold.links.length : Number.MAX_SAFE_INTEGER,
  };
}

function ofFold(fold: Fold, scene: Scene): Moment[] {
  const dated = fold.links.filter((link) => link.start !== null || link.end !== null);
  if (!fold.type.occurrence || dated.length <= TOLD_APART) return dated.map((link) => ofLink(fold, link, scene));
  const dates = dated.flatMap((link) => [link.start, link.end]).filter((date) => date !== null);
  const first = dates.reduce(earlier);
  const last = dates.reduce(later);
  return [{
    date: first, until: last === first ? null : last, text: scene.words('linked', { ends: endsText(fold), label: fold.type.label[scene.language], count: dated.length }),
    detail: totalText({ type: fold.type, links: dated }, scene.language), statements: dated.flatMap((link) => [...link.subject.statements]), names: endNames(fold, scene), weight: dated.length,
  }];
}

/** The dated facts of links and events in order of time; many happenings of one line are told together with their number, first and last. Null when nothing is dated. */
export function chronologyTable(entities: readonly SceneEntity[], links: readonly SceneLink[], context: ComposeContext): UnnumberedTable | null {
  const { scene } = context;
  const { words, language } = scene;
  const all = [...entities.flatMap((entity) => ofEntity(entity, scene)), ...foldLinks(links).flatMap((fold) => ofFold(fold, scene))];
  if (all.length === 0) return null;
  const kept = all.length <= MOST_ROWS ? all : [...all].sort((a, b) => (a.weight === b.weight ? 0 : b.weight - a.weight)).slice(0, MOST_ROWS);
  const byText = new Intl.Collator(LOCALES[language], { numeric: true });
  const rows = [...kept].sort((a, b) => valueKinds.date.compare(a.date, b.date) || byText.compare(a.text, b.text));
  const shown = (date: string): string => dateText(date, language);
  return tableOf(
    words('chronologyCaption', { count: rows.length }),
    [column(words('columnDate')), column(words('columnFact'), 'wide'), column(words('columnSupport'))],
    rows.map(({ date, until, text, detail, statements, names }) => ({
      cells: [
        [plain(shown(date)), ...(until === null ? [] : [quiet(words('until', { date: shown(until) }))])],
        [plain(text), ...(detail === '' ? [] : [quiet(detail)])],
        supportLines(statements, context),
      ],
      statements: [...statements, ...names],
    })),
    context,
    all.length > kept.length ? words('chronologyCut', { shown: kept.length, all: all.length }) : '',
  );
}

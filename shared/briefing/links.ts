import { endNames, endsText } from './chronology';
import { column, plain, tableOf, type ComposeContext, type UnnumberedTable } from './context';
import { propertyLines } from './factLines';
import { foldLinks, totalText, type Fold } from './fold';
import { valueKinds } from '../values';
import { dateText } from './moment';
import type { SceneEntity, SceneLink } from './scene';
import { supportLines } from './support';

/** Rows that people still read; more are named in the note. */
const MOST_ROWS = 500;

/** "from – to" of all that a line stands for; empty when nothing of it is dated. */
function periodText({ links }: Fold, { scene: { words, language } }: ComposeContext): string {
  const dates = links.flatMap((link) => [link.start, link.end]).filter((date) => date !== null).sort(valueKinds.date.compare);
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return '';
  const open = links.some((link) => link.start !== null && link.end === null && !link.type.occurrence);
  const shown = dateText(first, language);
  return open ? words('since', { date: shown }) : first === last ? shown : words('period', { from: shown, to: dateText(last, language) });
}

/** What is told of a single link beside its dates and its amount. */
function details(fold: Fold, { scene }: ComposeContext) {
  const [only, ...more] = fold.links;
  if (only === undefined || more.length > 0) return [];
  const told = new Set([fold.type.amount, fold.type.dates?.start, fold.type.dates?.end]);
  return fold.type.properties.filter((property) => !told.has(property.id)).flatMap((property) => propertyLines(property, only.subject, scene));
}

function rowOf(fold: Fold, text: string, context: ComposeContext) {
  const { scene } = context;
  const statements = fold.links.flatMap((link) => [...link.subject.statements]);
  const period = periodText(fold, context);
  const total = totalText(fold, scene.language);
  return {
    cells: [[plain(text)], [...(period === '' ? [] : [plain(period)]), ...(total === '' ? [] : [plain(total)]), ...details(fold, context)], supportLines(statements, context)],
    statements: [...statements, ...endNames(fold, scene)],
  };
}

function tableFrom(rows: readonly { readonly fold: Fold; readonly text: string }[], context: ComposeContext): UnnumberedTable | null {
  const { words } = context.scene;
  if (rows.length === 0) return null;
  const kept = [...rows].sort((a, b) => b.fold.links.length - a.fold.links.length).slice(0, MOST_ROWS);
  return tableOf(
    words('linksCaption', { count: kept.length }),
    [column(words('columnLink'), 'wide'), column(words('columnPeriod')), column(words('columnSupport'))],
    kept.map(({ fold, text }) => rowOf(fold, text, context)),
    context,
    rows.length > kept.length ? words('linksCut', { shown: kept.length, all: rows.length }) : '',
  );
}

/** The table of links, those of one type between the same two told together with their number. Null when there are none. */
export function linkTable(links: readonly SceneLink[], context: ComposeContext): UnnumberedTable | null {
  const { words, language } = context.scene;
  return tableFrom(foldLinks(links).map((fold) => ({ fold, text: words('linked', { ends: endsText(fold), label: fold.type.label[language], count: fold.links.length }) })), context);
}

/** The same seen from one of the ends: "Owns: AB-123-C". */
export function linkTableOf(entity: SceneEntity, links: readonly SceneLink[], context: ComposeContext): UnnumberedTable | null {
  const { words, language } = context.scene;
  return tableFrom(foldLinks(links).map((fold) => {
    const outward = fold.from.id === entity.id;
    const other = outward ? fold.to : fold.from;
    return { fold, text: words('linkedTo', { label: (outward ? fold.type.label : fold.type.reverse)[language], other: other.caption, count: fold.links.length }) };
  }), context);
}


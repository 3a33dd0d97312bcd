import type { Database } from 'better-sqlite3';
import { pairEnds } from '../../../shared/analysis/drawing/folding';
import { canonicalJson } from '../../../shared/model/canonicalJson';
import { keyText } from '../../../shared/commands/image';
import type { ExportScope } from '../../../shared/contract/exporting';
import type { ChartGroupRecord, ChartOptions, ItemStyle } from '../../../shared/model/drawing';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { ImagedRows } from '../db/imaged';
import { releasedGroups } from './groups';
import type { Verdicts } from './verdicts';

interface ChartRow { readonly id: string; readonly name: string; readonly options: string | null }
interface ItemRow { readonly subject: string; readonly kind: 'entity' | 'link'; readonly x: number; readonly y: number; readonly pinned: number; readonly hidden: number; readonly style: string | null }

/** Asks whether what a chart draws is in the built case, and how it may be drawn there. */
class Known {
  private readonly entity;
  private readonly link;
  private readonly between;
  private readonly ofType;
  private readonly joined;
  private readonly source;

  constructor(into: Database, private readonly catalogue: Catalogue) {
    this.entity = into.prepare<[string], number>('SELECT 1 FROM entity WHERE id = ?').pluck();
    this.link = into.prepare<[string], number>('SELECT 1 FROM link WHERE id = ?').pluck();
    this.source = into.prepare<[string], number>('SELECT 1 FROM source WHERE id = ?').pluck();
    this.joined = into.prepare<[string, string], number>('SELECT 1 FROM entity a JOIN entity b JOIN link ON link.from_n = a.n AND link.to_n = b.n WHERE a.id = ? AND b.id = ? LIMIT 1').pluck();
    this.ofType = into.prepare<[string], number>('SELECT 1 FROM link WHERE type = ? LIMIT 1').pluck();
    this.between = into.prepare<[string, string, string], number>('SELECT 1 FROM entity a JOIN entity b JOIN link ON link.from_n = a.n AND link.to_n = b.n WHERE link.type = ? AND a.id = ? AND b.id = ? LIMIT 1').pluck();
  }

  /** How an item is drawn, as text: without why a line is taken to be otherwise than graded, which is somebody's free text, and without a picture whose source is not in the built case. */
  style(text: string | null): string | null {
    if (text === null) return null;
    const { strength: _said, picture, ...style } = JSON.parse(text) as ItemStyle;
    const left = picture !== undefined && this.source.get(picture.source) !== undefined ? { ...style, picture } : style;
    return Object.keys(left).length === 0 ? null : JSON.stringify(left);
  }

  /** A line is known by one link, or by "type|from|to" when it stands for several. */
  has({ kind, subject }: ItemRow): boolean {
    if (kind === 'entity') return this.entity.get(subject) !== undefined;
    const [type, from, to] = subject.split('|');
    if (type === undefined || from === undefined || to === undefined) return this.link.get(subject) !== undefined;
    return this.between.get(type, from, to) !== undefined || (this.catalogue.linkType(type)?.directed === false && this.between.get(type, to, from) !== undefined);
  }

  /** How a chart is drawn, without what it says of what is not there: a setting for a pair or type would tell that there are links of it. */
  options(stored: string | null): string | null {
    if (stored === null) return null;
    const { folding, lineTexts, pointing, typeFolding, pairFolding, rows } = JSON.parse(stored) as ChartOptions;
    const types = Object.entries(typeFolding ?? {}).filter(([type]) => this.ofType.get(type) !== undefined);
    const pairs = Object.entries(pairFolding ?? {}).filter(([pair]) => {
      const [one, other] = pairEnds(pair);
      return this.joined.get(one, other) !== undefined || this.joined.get(other, one) !== undefined;
    });
    const lined = (rows ?? []).map((row) => ({ ...row, members: row.members.filter((id) => this.entity.get(id) !== undefined) })).filter(({ members }) => members.length > 1);
    const kept: ChartOptions = {
      ...(folding === undefined ? {} : { folding }), ...(lineTexts === undefined ? {} : { lineTexts }), ...(pointing === undefined ? {} : { pointing }), ...(lined.length === 0 ? {} : { rows: lined }),
      ...(types.length === 0 ? {} : { typeFolding: Object.fromEntries(types) }), ...(pairs.length === 0 ? {} : { pairFolding: Object.fromEntries(pairs) }),
    };
    return Object.keys(kept).length === 0 ? null : canonicalJson(kept);
  }
}

/** Text that somebody wrote on a chart, and names of groups: nothing says who may read them. */
const WRITTEN = ['chart_group', 'annotation'] as const;

/**
 * Draws the charts of a scope from what the built case holds, each thing where it stands; returns how many. What is written on them stays unless everything may
 * go (`all`), as do names of groups; these go along with what passed of them. `which` filled: a chart that nothing of may be seen is not named either. Who may not see what we write without codes (`ofOurs`) gets numbers for names.
 */
export function addCharts(from: Database, into: Database, catalogue: Catalogue, scope: ExportScope, which: 'filled' | 'all' | 'none', { all, ofOurs }: Pick<Verdicts, 'all' | 'ofOurs'>): number {
  if (which === 'none' || scope.kind === 'entities') return 0;
  const known = new Known(into, catalogue);
  const items = from.prepare<[string], ItemRow>('SELECT subject, kind, x, y, pinned, hidden, style FROM chart_item WHERE chart = ? ORDER BY subject');
  const addChart = into.prepare('INSERT INTO chart (id, name, position, options) VALUES (?, ?, ?, ?)');
  const addItem = into.prepare('INSERT INTO chart_item (chart, subject, kind, x, y, pinned, hidden, style) VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const [written, rewritten] = [new ImagedRows(from), new ImagedRows(into)];
  let position = 0;
  for (const { id, name, options } of from.prepare<[], ChartRow>('SELECT id, name, options FROM chart ORDER BY position, id').all()) {
    if (scope.kind === 'chart' && scope.chart !== id) continue;
    const drawn = items.all(id).filter((item) => known.has(item));
    if (which === 'filled' && !drawn.some((item) => item.kind === 'entity' && item.hidden === 0)) continue;
    position += 1;
    addChart.run(id, ofOurs ? name : String(position), position, known.options(options));
    for (const { subject, kind, x, y, pinned, hidden, style } of drawn) addItem.run(id, subject, kind, x, y, pinned, hidden, all ? style : known.style(style));
    const standing = new Set(drawn.flatMap((item) => (item.kind === 'entity' && item.hidden === 0 ? [item.subject] : [])));
    for (const group of all ? [] : releasedGroups(written.list('chart_group', { chart: id }) as ChartGroupRecord[], standing)) rewritten.write('chart_group', keyText(group.id), group);
    for (const table of all ? WRITTEN : []) for (const record of written.list(table, { chart: id }) as { id: string }[]) rewritten.write(table, keyText(record.id), record);
  }
  return position;
}

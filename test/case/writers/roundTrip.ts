import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import { runImport } from '../../../electron/case/importing';
import { UNWATCHED } from '../../../electron/case/importers/watch';
import type { CaseStore } from '../../../electron/case/store';
import { exportData } from '../../../electron/case/writers/exportData';
import type { Exported } from '../../../electron/case/writers/exportData';
import type { ImportReport } from '../../../shared/contract/importing';
import { EXPORT_ENDINGS } from '../../../shared/contract/exporting';
import type { ExportFormat, ExportScope } from '../../../shared/contract/exporting';
import type { ReleaseAbout } from '../../../shared/contract/releasing';
import type { Permission, Rights } from '../../../shared/model/recipient';
import type { RecordFormatId } from '../../../shared/mapping/recordPlan';
import type { Values } from '../../../shared/model/records';
import { usualPlan } from '../importers/formats/walk';
import { ACTOR, newCase, temporaryFolder } from '../place';

/** Texts that some format has trouble with. */
export const AWKWARD = [
  '=HYPERLINK("http://x")', '+32 470', '-5', '@cmd', "'quoted", "'=1", ' =2', '\t=3', 'first\n=1+1', '\n=4', 'a\r\nb\rc', ']]>', '<b a="1">&amp;</b>', '_x0041_', 'بدر الدين', '👩🏽‍🚀 €', 'bell\u0007 and null-less \u001f', '\u0085\u2028\u2029\ufffe', '; semicolon, comma | bar "quote"', '{"knoop":1,', ' blanks around ', '0012', '1e5', 'TRUE', '2026-02-01',
];

const LEAD = { scheme: 'europol4x4', codes: { source: 'A', information: '1' } };
export const HELD = { scheme: 'europolHandling', code: 'H2' };
const PLAIN = { grading: null, handling: [], basis: 'fact' as const };

/** One of each that can be told: several statements, values and doubts, own types, links of all sorts, a chart with styles. */
export async function richCase(passphrase: string | null = null): Promise<{ store: CaseStore; chart: string; withheld: { person: string; value: string } }> {
  const { store } = await newCase(passphrase);
  const run = (command: string, args: unknown): void => void store.execute({ command, args }, ACTOR);
  const label = (text: string): Record<string, string> => ({ nl: text, fr: text, de: text, en: text });
  run('type.putEntity', {
    id: 'drone', label: label('Drone'), plural: label('Drones'), family: 'transport', icon: 'car', extends: 'thing', caption: [['callSign']], keyLine: [],
    properties: [{ id: 'callSign', kind: 'text', label: label('Call sign') }, { id: 'seen', kind: 'date', label: label('Type'), many: true }],
  });
  run('type.putLink', { id: 'flies', label: label('vliegt'), reverse: label('gevlogen door'), directed: true, from: ['person'], to: ['drone'], occurrence: false, properties: [] });
  const chart = newId();
  run('chart.create', { id: chart, name: 'Kaart', items: [] });
  const make = (type: string, values: Values, said: object = PLAIN): string => {
    const id = newId();
    run('entity.create', { id, type, values, ...PLAIN, ...said });
    return id;
  };
  const driss = make('person', { name: [{ v: 'Driss Amellal', raw: 'AMELLAL driss' }], birthDate: [{ v: '1984-03' }], 'other:Dossier "x" <1>': [{ v: 'AN/12' }, { v: '=2+2' }] }, { grading: LEAD });
  run('statement.add', { id: newId(), subject: driss, subjectKind: 'entity', values: { birthDate: [{ v: '31.02.1984', doubt: 'impossibleDate' }], alias: [{ v: 'De Kleine' }, { v: 'D.' }] }, ...PLAIN, basis: 'assessment', grading: { scheme: 'europol4x4', codes: { source: 'C', information: '3' } } });
  const value = 'Goudvink Zwart-Wit & Zoon';
  run('statement.add', { id: newId(), subject: driss, subjectKind: 'entity', values: { alias: [{ v: value }] }, ...PLAIN, handling: [{ ...HELD, note: 'enkel FGP' }] });
  const awkward = make('person', { name: [{ v: AWKWARD.join(' ¶ ') }], alias: AWKWARD.map((v) => ({ v })) });
  const phones = ['+32470550127', '+32470550128'].map((v) => make('phone', { number: [{ v }] }));
  const drone = make('drone', { callSign: [{ v: 'DJI 7' }], seen: [{ v: '2026-01' }, { v: '~2026-02-03' }] });
  const secret = make('person', { name: [{ v: 'Verborgen Getuige' }] }, { handling: [HELD] });
  const bare = make('company', { name: [{ v: '' }] });
  const link = (type: string, from: string | undefined, to: string | undefined, values: Values = {}, said: object = PLAIN): string => {
    const id = newId();
    run('link.create', { id, type, from, to, values, ...PLAIN, ...said });
    return id;
  };
  link('knows', awkward, driss);
  const owns = link('uses', driss, phones[0], { start: [{ v: '2025-01-01' }] }, { grading: LEAD });
  run('statement.add', { id: newId(), subject: owns, subjectKind: 'link', values: { 'other:Bron': [{ v: 'tip' }] }, ...PLAIN, basis: 'assessment' });
  for (const start of ['2026-02-01T14:05:11', '2026-02-01T14:05:11', '2026-02-02T00:00Z']) link('called', phones[0], phones[1], { start: [{ v: start }] });
  link('flies', driss, drone);
  link('knows', driss, secret, {}, { handling: [HELD] });
  run('chart.addItems', { chart, items: [driss, awkward, ...phones, drone, bare].map((subject, at) => ({ subject, x: at * 100.25 - 200, y: at === 0 ? 0 : 40 - at * 33 })) });
  store.db.prepare('UPDATE chart_item SET style = ? WHERE chart = ? AND subject = ?').run(JSON.stringify({ colour: '#12ab9f', size: 1.5, icon: 'car' }), chart, driss);
  store.db.prepare("INSERT INTO chart_item (chart, subject, kind, x, y, pinned, hidden, style) VALUES (?, ?, 'link', 0, 0, 0, 0, ?)").run(chart, `uses|${driss}|${phones[0] ?? ''}`, JSON.stringify({ colour: '#aa0000', width: 3, line: 'dashed' }));
  return { store, chart, withheld: { person: secret, value } };
}

interface Said { readonly values: Values; readonly grading: unknown; readonly handling: unknown; readonly basis: string }
interface Held { readonly id: string; readonly type: string; readonly from?: string; readonly to?: string; readonly statements: readonly Said[] }

/** What a case says, by ids, without where it was said. */
export function contentOf(store: CaseStore): { readonly entities: readonly Held[]; readonly links: readonly Held[] } {
  const statements = (kind: string, id: string): Said[] => store.db.prepare<[string, string], { values: string; grading: string | null; handling: string; basis: string }>(
    `SELECT s."values", coalesce(s.grading, source.grading) AS grading, CASE WHEN s.handling = '' THEN source.handling ELSE s.handling END AS handling, s.basis FROM statement s JOIN source ON source.n = s.source
     WHERE s.subject_kind = ? AND s.subject = (SELECT n FROM ${kind} WHERE id = ?) AND s.seq_retracted IS NULL ORDER BY s.n`,
  ).all(kind, id).map((row) => ({ values: JSON.parse(row.values) as Values, grading: row.grading === null ? null : JSON.parse(row.grading) as unknown, handling: row.handling === '' ? [] : JSON.parse(row.handling) as unknown, basis: row.basis }));
  const entities = store.db.prepare<[], { id: string; type: string }>('SELECT id, type FROM entity WHERE seq_retracted IS NULL ORDER BY id').all();
  const links = store.db.prepare<[], { id: string; type: string; from: string; to: string }>('SELECT l.id, l.type, a.id AS "from", b.id AS "to" FROM link l JOIN entity a ON a.n = l.from_n JOIN entity b ON b.n = l.to_n WHERE l.seq_retracted IS NULL ORDER BY l.id').all();
  return { entities: entities.map((each) => ({ ...each, statements: statements('entity', each.id) })), links: links.map((each) => ({ ...each, statements: statements('link', each.id) })) };
}

/** The items of a chart that are drawn, with their styles. */
export const drawingOf = (store: CaseStore, chart: string): unknown[] => store.db.prepare<[string], { subject: string; x: number; y: number; style: string | null }>('SELECT subject, x, y, style FROM chart_item WHERE chart = ? ORDER BY subject').all(chart).map(({ style, ...item }) => ({ ...item, style: style === null ? null : JSON.parse(style) as unknown }));

/** For whom something leaves: a recipient that the case knows from now on. */
export function recipient(store: CaseStore, rights: Rights | null, more: { readonly service?: string; readonly permissions?: readonly Permission[]; readonly purpose?: ReleaseAbout['purpose'] } = {}): Pick<ReleaseAbout, 'recipient' | 'purpose'> {
  const id = newId();
  const { service = 'Partner', permissions = [], purpose = 'operational' } = more;
  store.execute({ command: 'recipient.put', args: { id, name: 'Partner', service, purpose, language: null, rights, permissions, encryptionKey: null, signingKey: null, retired: false } }, ACTOR);
  return { recipient: id, purpose };
}

const OWN = { recipient: null, purpose: 'internal' } as const;

export async function exported(store: CaseStore, format: ExportFormat, scope: ExportScope, about: Pick<ReleaseAbout, 'recipient' | 'purpose'> = OWN, at?: string): Promise<Exported & { readonly path: string }> {
  const beside = join(temporaryFolder(), `uit${EXPORT_ENDINGS[format]}`);
  return { ...await exportData({ folder: store.folder, key: store.key }, { format, scope, language: 'nl', title: 'Proef', beside, about, ...(at === undefined ? {} : { at }) }, UNWATCHED), path: beside };
}

export async function imported(store: CaseStore, path: string, format: RecordFormatId): Promise<ImportReport> {
  const report = await runImport({ folder: store.folder, key: store.key }, { document: { path, name: path.slice(path.lastIndexOf('/') + 1) }, mapping: usualPlan(format), recipe: null, again: true, actor: ACTOR }, UNWATCHED);
  store.reload();
  return report;
}

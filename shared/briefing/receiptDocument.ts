import type { CaseSettings } from '../model/drawing';
import type { Catalogue } from '../schema/catalogue';
import type { Language } from '../values/kind';
import { LOCALES } from '../values/locale';
import { markingWords } from './cover';
import { marksOf } from './marks';
import { momentText } from './moment';
import type { BriefingDocument, CitedText, Table } from './document';
import type { Receipt } from './receipt';
import type { Words } from './words';

/** What a receipt is printed with. */
export interface ReceiptContext {
  readonly settings: CaseSettings;
  readonly catalogue: Catalogue;
  readonly words: Words;
  readonly language: Language;
  /** Head of the journal when it is printed. */
  readonly head: { readonly seq: number; readonly hash: string };
  /** ISO, UTC. */
  readonly now: string;
  readonly service: string;
}

const CELL = 300;
const COLUMNS = 12;

const cell = (text: string, emphasis: CitedText['emphasis'] = 'plain'): CitedText[] => [{ text, sources: [], emphasis }];

function readingText({ format, encoding, delimiter, sheet, headerRow }: Receipt['reading'], words: Words): string {
  const sign = delimiter === '\t' ? words('receipt.tab') : delimiter;
  return [
    format.toUpperCase(),
    ...(encoding === null ? [] : [encoding]),
    ...(sign === '' ? [] : [words('receipt.delimiter', { sign })]),
    ...(sheet === null ? [] : [words('receipt.sheet', { sheet })]),
    ...(headerRow === null || headerRow === 0 ? [] : [words('receipt.headerRow', { row: headerRow })]),
  ].join(' · ');
}

/** The receipt of an import as a document of few pages, in one language, marked as the case is. */
export function receiptDocument(receipt: Receipt, { settings, catalogue, words, language, head, now, service }: ReceiptContext): BriefingDocument {
  const number = (value: number): string => new Intl.NumberFormat(LOCALES[language]).format(value);
  const typeName = ({ use, type }: Receipt['types'][number], count: number): string => {
    if (use === 'link') return catalogue.linkType(type)?.label[language] ?? type;
    const found = catalogue.entityType(type);
    return found === undefined ? type : (count === 1 ? found.label : found.plural)[language];
  };
  const { counts } = receipt;
  let tables = 0;
  const table = (caption: string, columns: Table['columns'], rows: Table['rows'], note = ''): Table => ({ kind: 'table', number: (tables += 1), label: words('table', { number: tables }), caption, columns, rows, note, cited: false });
  const plain = (heading: string, width: Table['columns'][number]['width'] = 'normal', align: Table['columns'][number]['align'] = 'start'): Table['columns'][number] => ({ heading, width, align });
  const facts: [string, string, CitedText['emphasis']?][] = [
    [words('receipt.file'), receipt.title],
    [words('receipt.supplier'), receipt.supplier],
    [words('receipt.size'), words('receipt.bytes', { bytes: number(receipt.bytes) })],
    ['SHA-256', receipt.sha256 ?? '', 'code'],
    [words('receipt.reading'), readingText(receipt.reading, words)],
    [words('receipt.recipe'), receipt.recipe === null ? words('receipt.noRecipe') : words(receipt.recipe.changed === true ? 'receipt.recipeChanged' : 'receipt.recipeUsed', { name: receipt.recipe.name, version: receipt.recipe.version })],
    [words('receipt.importedBy'), [receipt.actor, receipt.workstation].filter(Boolean).join(' · ')],
    [words('receipt.importedAt'), momentText(receipt.at, language)],
    [words('receipt.journal'), `#${receipt.seq}`],
    [words('receipt.journalHash'), receipt.hash, 'code'],
    ...(receipt.takenOut ? [[words('receipt.state'), words('receipt.takenOut'), 'conflict'] as [string, string, CitedText['emphasis']]] : []),
  ];
  const totals: [string, number][] = [
    [words(`receipt.unit.${receipt.reading.unit}`), counts.rows], [words('receipt.entitiesAdded'), counts.entitiesAdded], [words('receipt.entitiesMatched'), counts.entitiesMatched],
    [words('receipt.linksAdded'), counts.linksAdded], [words('receipt.linksMatched'), counts.linksMatched], [words('receipt.statements'), counts.statements],
    ...([['pages', counts.pages], ['attachments', counts.attachments], ['revoked', counts.revoked]] as const).filter(([, value]) => value > 0).map(([key, value]): [string, number] => [words(`receipt.${key}`), value]),
    [words('receipt.doubts'), counts.doubts], [words('receipt.rejected'), counts.rejected],
  ];
  const sections: BriefingDocument['sections'] = [
    { id: 'import', level: 1, number: '1', heading: words('receipt.import'), blocks: [table(words('receipt.factsCaption'), [plain(words('receipt.what'), 'normal'), plain(words('receipt.value'), 'wide')], facts.filter(([, value]) => value !== '').map(([label, value, emphasis]) => [cell(label, 'strong'), cell(value, emphasis)]))] },
    {
      id: 'result', level: 1, number: '2', heading: words('receipt.result'),
      blocks: [
        table(words('receipt.totalsCaption'), [plain(words('receipt.what'), 'wide'), plain(words('receipt.number'), 'normal', 'end')], totals.map(([label, value]) => [cell(label), cell(number(value))])),
        ...(receipt.types.length === 0 ? [] : [table(words('receipt.typesCaption'), [plain(words('receipt.type'), 'wide'), plain(words('receipt.new'), 'normal', 'end'), plain(words('receipt.known'), 'normal', 'end')], receipt.types.map((each) => [cell(typeName(each, each.added + each.known)), cell(number(each.added)), cell(number(each.known))]))]),
        ...(receipt.documents.length === 0 ? [] : [table(words('receipt.documentsCaption'), [plain(words('receipt.file'), 'normal'), plain('SHA-256', 'wide')], receipt.documents.map((each) => [cell(each.title), cell(each.sha256 ?? '', 'code')]))]),
      ],
    },
    ...(counts.rejected === 0 ? [] : [{
      id: 'rejected', level: 1 as const, number: '3', heading: words('receipt.rejectedHeading'),
      blocks: [
        table(words('receipt.reasonsCaption'), [plain(words('receipt.reason'), 'wide'), plain(words('receipt.number'), 'normal', 'end')], receipt.reasons.map(({ code, count }) => [cell(words(`receipt.reject.${code}`)), cell(number(count))])),
        table(words('receipt.rejectsCaption'), [plain(words('receipt.row'), 'narrow', 'end'), plain(words('receipt.reason'), 'normal'), plain(words('receipt.cells'), 'wide')],
          receipt.rejects.map((each) => [cell(number(each.row)), cell(words(`receipt.reject.${each.code}`)), cell(each.cells.slice(0, COLUMNS).filter((text) => text.trim() !== '').join(' · ').slice(0, CELL) || '–')]),
          counts.rejected > receipt.rejects.length ? words('receipt.rejectsCut', { shown: number(receipt.rejects.length), all: number(counts.rejected) }) : ''),
      ],
    }]),
  ];
  const marking = markingWords([settings.marking], catalogue, language);
  return {
    language,
    cover: {
      kind: words('receipt.kind'), title: receipt.title, author: receipt.actor, marking,
      lines: [[words('coverCase'), settings.name], [words('coverReference'), settings.reference], [words('coverService'), service], [words('receipt.printedAt'), momentText(now, language)], [words('coverMarking'), marking]].flatMap(([label = '', value = '']) => (value === '' ? [] : [{ label, value }])),
    },
    marking,
    marks: marksOf([settings.marking], catalogue, language).map((mark) => ({ ...mark, base: true })),
    head: { left: settings.name, right: settings.reference === '' ? '' : words('reference', { reference: settings.reference }) },
    foot: { journal: words('journal', { seq: head.seq, hash: `${head.hash.slice(0, 4)}…${head.hash.slice(-4)}` }) },
    contentsHeading: '',
    sections,
    pageText: words('page', { page: '{{page}}', pages: '{{pages}}' }),
    seq: head.seq,
    withheld: [],
    released: { statements: [], permissions: [] },
  };
}

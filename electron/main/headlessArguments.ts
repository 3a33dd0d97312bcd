import { parseArgs } from 'node:util';
import { DOCUMENT_FORMATS, type DocumentFormat } from '../../shared/contract/appService';
import { EXPORT_FORMATS, type ExportFormat } from '../../shared/contract/exporting';
import type { Marking } from '../../shared/model/evaluation';
import { LANGUAGES, type Language } from '../../shared/values/kind';

/** What is wrong with a command line: one of the sentences "headless.fault.<kind>". */
export interface HeadlessFault {
  readonly kind: 'unknown' | 'noImport' | 'noOut' | 'language' | 'format' | 'marking' | 'recipeFirst';
  readonly name: string;
}

export interface HeadlessArguments {
  readonly imports: readonly { readonly file: string; readonly recipe: string | null }[];
  readonly out: string;
  /** What is written: a briefing, or all that was imported in another tool's format. */
  readonly format: DocumentFormat | ExportFormat;
  readonly title: string;
  readonly reference: string;
  readonly author: string;
  readonly service: string;
  /** For whom it is made, in words; nobody is stored under it. */
  readonly recipient: string;
  readonly marking: Marking | null;
  readonly language: Language | null;
  readonly fault: HeadlessFault | null;
}

/** True for formats of other tools, false for those of briefings. */
export const isDataFormat = (format: HeadlessArguments['format']): format is ExportFormat => EXPORT_FORMATS.some((each) => each === format);

const text = { type: 'string' } as const;
const OPTIONS = { headless: { type: 'boolean' }, import: { type: 'string', multiple: true }, recipe: { type: 'string', multiple: true }, out: text, format: text, title: text, reference: text, author: text, service: text, recipient: text, marking: text, language: text } as const;

/** Switches of Electron and Chromium itself, which are not ours to judge. */
const CHROMIUM = /^--(no-sandbox|user-data-dir=|disable-|enable-|inspect|remote-debugging|ozone-|force-|lang=)/;

/**
 * The arguments of a headless run, or null when the command line asks for a window. Never throws: what is wrong stands in `fault`.
 * A recipe belongs to the import in front of it.
 */
export function headlessArguments(argv: readonly string[]): HeadlessArguments | null {
  const at = argv.indexOf('--headless');
  if (at < 0) return null;
  const empty: HeadlessArguments = { imports: [], out: '', format: 'pdf', title: 'Knoop', reference: '', author: '', service: '', recipient: '', marking: null, language: null, fault: null };
  let read;
  try {
    read = parseArgs({ args: argv.slice(at).filter((each) => !CHROMIUM.test(each)), options: OPTIONS, allowPositionals: false, strict: true, tokens: true });
  } catch (error) {
    return { ...empty, fault: { kind: 'unknown', name: /'([^']+)'/.exec(error instanceof Error ? error.message : '')?.[1] ?? '' } };
  }
  const { values, tokens } = read;
  const imports: { file: string; recipe: string | null }[] = [];
  let fault: HeadlessFault | null = null;
  for (const token of tokens) {
    if (token.kind !== 'option' || token.value === undefined) continue;
    const last = imports.at(-1);
    if (token.name === 'import') imports.push({ file: token.value, recipe: null });
    else if (token.name === 'recipe' && last) last.recipe = token.value;
    else if (token.name === 'recipe') fault = { kind: 'recipeFirst', name: token.value };
  }
  const language = LANGUAGES.find((each) => each === values.language) ?? null;
  const format = ([...DOCUMENT_FORMATS, ...EXPORT_FORMATS] as const).find((each) => each === (values.format ?? 'pdf')) ?? null;
  const marking = values.marking === undefined ? null : /^([\w-]+):(.+)$/.exec(values.marking);
  if (values.language !== undefined && language === null) fault ??= { kind: 'language', name: values.language };
  if (format === null) fault ??= { kind: 'format', name: values.format ?? '' };
  if (values.marking !== undefined && marking === null) fault ??= { kind: 'marking', name: values.marking };
  if (imports.length === 0) fault ??= { kind: 'noImport', name: '' };
  if (!values.out) fault ??= { kind: 'noOut', name: '' };
  return {
    imports, fault, language, format: format ?? 'pdf', out: values.out ?? '', title: values.title ?? 'Knoop', reference: values.reference ?? '', author: values.author ?? '', service: values.service ?? '', recipient: values.recipient ?? '',
    marking: marking ? { scheme: marking[1] ?? '', code: marking[2] ?? '' } : null,
  };
}

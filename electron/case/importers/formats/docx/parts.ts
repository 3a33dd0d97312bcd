import { Failure } from '../../../../../shared/contract/failure';
import type { Package } from '../../workbook';

const USUAL = 'word/document.xml';

/** Name of the part that holds the text, as the package says it. Throws Failure fileNotThisFormat where there is none. */
export async function bodyPart(zip: Package): Promise<string> {
  let told: string | null = null;
  await zip.readAll('_rels/.rels', {
    open(name, attributes) {
      if (name === 'Relationship' && (attributes['Type'] ?? '').endsWith('/officeDocument')) told ??= (attributes['Target'] ?? '').replace(/^\//, '');
    },
  });
  const part = [told, USUAL].find((each) => each !== null && each.endsWith('.xml') && zip.has(each));
  if (part === undefined || part === null) throw new Failure('fileNotThisFormat', { why: 'no document' });
  return part;
}

/** Parts with text that belongs to no page: notes and comments. Heads and feet repeat on every page and are read once. */
export function notesOf(zip: Package): readonly string[] {
  const numbered = (kind: string): string[] => Array.from({ length: 20 }, (_, at) => `word/${kind}${at + 1}.xml`);
  return ['word/footnotes.xml', 'word/endnotes.xml', 'word/comments.xml', ...numbered('header'), ...numbered('footer')].filter((part) => zip.has(part));
}

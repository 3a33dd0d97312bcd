import { NUMBER_MARKS } from '../values/locale';
import type { Marking } from '../model/evaluation';
import type { Catalogue } from '../schema/catalogue';
import type { Language } from '../values/kind';
import type { BriefingDocument } from './document';
import type { Gathered } from './gathered';
import { momentText } from './moment';
import type { Words } from './words';

/** Markings in words; a scheme of one code marks nothing: it is there to say so. */
export function markingWords(markings: readonly Marking[], catalogue: Catalogue, language: Language): string {
  const name = (scheme: string, code: string): string => catalogue.scheme(scheme)?.axes.flatMap((axis) => axis.codes).find((each) => each.code === code)?.label[language] ?? code;
  return markings.filter(({ scheme }) => (catalogue.scheme(scheme)?.axes.flatMap((axis) => axis.codes).length ?? 0) > 1).map(({ scheme, code }) => name(scheme, code)).join(' · ');
}

/** The journal's head as it stands in the foot: number and the ends of its hash. */
export function journalText({ head, briefing }: Gathered, words: Words): string {
  const number = String(head.seq).replace(/\B(?=(\d{3})+$)/g, NUMBER_MARKS[briefing.language].group);
  return words('journal', { seq: number, hash: `${head.hash.slice(0, 4)}…${head.hash.slice(-4)}` });
}

/** Cover page, running head and foot; `recipient` by name. Lines without a value are left out. */
export function furnitureOf(gathered: Gathered, marking: string, recipient: string, words: Words): Pick<BriefingDocument, 'cover' | 'marking' | 'head' | 'foot'> {
  const { briefing, settings, head, at } = gathered;
  const reference = briefing.reference === '' ? settings.reference : briefing.reference;
  const copy = briefing.copyNumber === '' ? '' : words('copy', { number: briefing.copyNumber });
  const lines = [
    { label: words('coverCase'), value: settings.name },
    { label: words('coverReference'), value: reference },
    { label: words('coverAuthor'), value: briefing.author },
    { label: words('coverService'), value: briefing.service },
    { label: words('coverDate'), value: momentText(at, briefing.language) },
    { label: words('coverRecipient'), value: recipient },
    { label: words('coverCopy'), value: briefing.copyNumber },
    { label: words('coverMarking'), value: marking },
    { label: words('coverJournal'), value: `${head.seq} · ${head.hash}` },
  ];
  return {
    cover: { kind: words(`kind.${briefing.template}`), title: briefing.title, author: briefing.author, marking, lines: lines.filter((line) => line.value !== '') },
    marking,
    head: {
      left: [settings.name, reference === '' ? '' : words('reference', { reference })].filter((part) => part !== '').join(' · '),
      right: [recipient === '' ? '' : words('for', { recipient }), copy].filter((part) => part !== '').join(' · '),
    },
    foot: { journal: journalText(gathered, words) },
  };
}

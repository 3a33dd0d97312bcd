import type { Vocabulary } from '../../records/vocabulary';

/** Texts met in one file that may be kinds; when there are more, these are no kinds but texts, and no more are asked after. */
const MOST = 5000;

/** Tells whether a text is a kind that the case has a type for, without counting it as one that the file uses. */
export class Probe {
  private readonly answers = new Map<string, boolean>();

  constructor(private readonly vocabulary: Vocabulary) {}

  isEntity(label: string): boolean {
    return this.ask(label, () => this.vocabulary.entity(label, 'item') !== 'item');
  }

  isLink(label: string, from: string, to: string): boolean {
    return this.ask(`${from}\u0000${to}\u0000${label}`, () => this.vocabulary.link(label, from, to).type !== 'linked');
  }

  private ask(key: string, answer: () => boolean): boolean {
    const held = this.answers.get(key);
    if (held !== undefined || this.answers.size >= MOST) return held ?? false;
    const found = answer();
    this.answers.set(key, found);
    return found;
  }
}

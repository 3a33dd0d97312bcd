import type { StoredValue, ValueKindId } from '../../values/kind';

/** Offsets into a text, in UTF-16 units; `end` is behind the last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a found value could become: an entity of this type with it as this property. */
export interface Target {
  readonly type: string;
  readonly property: string;
}

/** An identifier that stands in a text. Only proposed: nothing comes into a case by being found. */
export interface Mention extends Span {
  readonly kind: ValueKindId;
  /** The likeliest first, never empty. */
  readonly targets: readonly Target[];
  /** As it stands in the text, on one line. */
  readonly raw: string;
  readonly value: StoredValue;
  /** The sentence around it. */
  readonly sentence: Span;
}

/** A name that the case knows, standing in a text. */
export interface NameMention extends Span {
  readonly raw: string;
  /** Keys of all that bear the name; more than one means that the name alone does not tell which. */
  readonly bearers: readonly number[];
  readonly sentence: Span;
}

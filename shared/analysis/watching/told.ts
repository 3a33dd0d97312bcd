import type { JudgedHit } from '../../model/identity';
import type { Evidence } from '../matching/score';

/** 32 bits, FNV-1a. */
function print(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

const SHOWN = 24;
/** Of a fact of the case so little is kept that it cannot be guessed from it once it is erased: there are some hundred days of birth with the same eight bits. */
const FACT = 0xff;
const written = (bits: number): string => bits.toString(16);
/** How rare a name is changes with every import; nobody would judge otherwise for it. */
const FLEETING: ReadonlySet<string> = new Set(['rarity', 'companion']);

/**
 * What spoke for a hit (`+`) and what contradicted it (`!`), each as a fingerprint: for what of the list speaks, and which fact of the case contradicts. Another spelling
 * in the case that fits the same name of the list as well is nothing new.
 */
export function toldOf(evidence: readonly Pick<Evidence, 'kind' | 'finding' | 'effect' | 'left' | 'right'>[]): string[] {
  const told = evidence.filter(({ kind }) => !FLEETING.has(kind)).flatMap(({ kind, finding, effect, left, right }) => {
    const found = `${kind}.${finding}`.slice(0, SHOWN);
    return effect === '+' ? [`+${found}:${written(print(left))}`] : effect === '!' ? [`!${found}:${written(print(right) & FACT)}`] : [];
  });
  return [...new Set(told)].sort();
}

/**
 * Whether a hit waits for a person. One that was judged comes again only when the facts changed so that another answer is likely: what was no match, or unsure, when
 * something speaks for it that did not then; what was a match, when something contradicts it that did not then.
 */
export function isOpen(verdict: Pick<JudgedHit, 'verdict' | 'told'> | null, told: readonly string[]): boolean {
  if (verdict === null) return true;
  const sign = verdict.verdict === 'match' ? '!' : '+';
  const known = new Set(verdict.told);
  return told.some((each) => each.startsWith(sign) && !known.has(each));
}

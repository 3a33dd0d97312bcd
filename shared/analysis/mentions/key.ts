import { identifierOf } from '../../values';
import type { ValueKindId } from '../../values/kind';

/**
 * A short name for "this value, wherever it stands": what was turned down is remembered by it. It is a hash, so that what is remembered does not hold
 * what the document says (an erasure must not leave it behind). Two values share one by chance in a thousand million million.
 */
export function mentionKey(kind: ValueKindId, v: string): string {
  const text = `${kind}\u0000${kind === 'name' ? v.toLowerCase() : identifierOf(kind, v)}`;
  let first = 0xdeadbeef;
  let second = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    first = Math.imul(first ^ unit, 2_654_435_761);
    second = Math.imul(second ^ unit, 1_597_334_677);
  }
  first = Math.imul(first ^ (first >>> 16), 2_246_822_507) ^ Math.imul(second ^ (second >>> 13), 3_266_489_909);
  second = Math.imul(second ^ (second >>> 16), 2_246_822_507) ^ Math.imul(first ^ (first >>> 13), 3_266_489_909);
  return (4_294_967_296 * (second & 0x1fffff) + (first >>> 0)).toString(36);
}

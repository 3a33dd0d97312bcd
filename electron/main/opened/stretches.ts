/** Signs of which texts are made. */
const READABLE = /[\p{L}\p{N}][\p{L}\p{N}\p{P}\p{Zs}\p{S}]{3,}/gu;
const LATIN_AND_GREEK = /[\x20-\u024f\u0370-\u06ff]{4,}/g;

/** What in bytes that are no text may be one, in UTF-8, Latin letters or UTF-16: only stretches of signs on end, so that chance makes no words. */
export function* stretchesIn(bytes: Buffer): Iterable<string> {
  for (const text of [bytes.toString('utf8'), bytes.toString('latin1')]) for (const [run] of text.matchAll(READABLE)) yield run;
  for (const from of [0, 1]) {
    const even = bytes.subarray(from, bytes.length - ((bytes.length - from) % 2));
    if (even.length < 8) continue;
    for (const text of [even.toString('utf16le'), Buffer.from(even).swap16().toString('utf16le')]) for (const [run] of text.matchAll(LATIN_AND_GREEK)) yield run;
  }
}

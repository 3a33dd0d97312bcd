import type { ValueKind } from './kind';
import { isReadable, oneLine, plainOrder, readShort } from './written';

const CLOCK = /^(\d{1,4}):([0-5]?\d)(?::([0-5]?\d)(?:[.,]\d{1,6})?)?$/;
const WORDS = /^(?:(\d{1,4}) ?(?:u|h|uur|uren|heures?|hours?|std\.?|stunden?) ?)?(?:(\d{1,6}) ?(?:m|min\.?|minuten|minutes?|mn|') ?)?(?:(\d{1,9}) ?(?:s|sec\.?|sek\.?|seconden|secondes?|seconds?|sekunden?|"|''))?$/i;
const ISO = /^PT(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,9})(?:\.\d+)?S)?$/i;
const PLAIN = /^\d{1,12}(?:[.,]0+)?$/;

function seconds(hours: string | undefined, minutes: string | undefined, rest: string | undefined): string {
  return String(Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(rest ?? 0));
}

function read(line: string): ReturnType<Parameters<typeof readShort>[1]> {
  if (PLAIN.test(line)) return line.replace(/[.,]0+$/, '').replace(/^0+(?=\d)/, '');
  const clock = CLOCK.exec(line);
  if (clock !== null) return clock[3] === undefined ? seconds('0', clock[1], clock[2]) : seconds(clock[1], clock[2], clock[3]);
  const words = WORDS.exec(line) ?? ISO.exec(line);
  if (words !== null && (words[1] ?? words[2] ?? words[3]) !== undefined) return seconds(words[1], words[2], words[3]);
  return { doubt: 'format' };
}

/** How long something took; canonical whole seconds. "3:25" is minutes and seconds, "1:02:03" begins with hours, a bare figure is seconds. */
export const duration: ValueKind = {
  id: 'duration',
  parse: (text) => readShort(text, read),
  format(v) {
    if (!/^\d{1,12}$/.test(v)) return v;
    const all = Number(v);
    const two = (part: number): string => String(part).padStart(2, '0');
    const hours = Math.floor(all / 3600);
    const minutes = Math.floor((all % 3600) / 60);
    return hours > 0 ? `${hours}:${two(minutes)}:${two(all % 60)}` : `${minutes}:${two(all % 60)}`;
  },
  compare: (a, b) => (/^\d+$/.test(a) && /^\d+$/.test(b) ? a.length - b.length || plainOrder(a, b) : plainOrder(a, b)),
  looksLike: (text) => isReadable(text) && (/^0?\d:[0-5]\d:[0-5]\d$/.test(text.trim()) || (!/^\d/.test(text.trim()) ? ISO.test(text.trim()) : /[a-z"']$/i.test(text.trim()) && /\d ?(?:s|sec|sek|min|'|")/i.test(text) && typeof read(oneLine(text)) === 'string')),
};

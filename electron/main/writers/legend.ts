import type { Figure } from '../../../shared/briefing/document';

/** What the marks and lines of a figure mean, as lines of text that stay editable. */
export function legendOf({ legend }: Figure): readonly string[] {
  const counted = [...legend.types.map(({ label, count }) => `${count} ${label}`), ...legend.strengths.map(({ label }) => label)].join(' · ');
  return [counted, [...legend.badges, ...legend.notes].join(' ')].filter((line) => line !== '');
}

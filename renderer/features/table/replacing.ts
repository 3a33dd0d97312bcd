const SPECIAL = /[.*+?^${}()|[\]\\]/g;

/** What is looked for, in whatever case of letters: the text itself, or a pattern. Null where nothing was typed, or it is no pattern. */
export function searchFor(text: string, isPattern: boolean): RegExp | null {
  if (text === '') return null;
  try {
    return new RegExp(isPattern ? text : text.replace(SPECIAL, '\\$&'), 'giu');
  } catch {
    return null;
  }
}

/** A text with every place that was looked for replaced; in patterns, $1 stands for what the first pair of brackets found. */
export const replaced = (text: string, search: RegExp, by: string, isPattern: boolean): string => (isPattern ? text.replace(search, by) : text.replace(search, () => by));

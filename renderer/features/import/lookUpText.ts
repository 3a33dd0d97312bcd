/** Characters that divide the two columns of a pasted list: a tab from a spreadsheet, else what people type. */
const DIVIDERS = ['\t', ' = ', ';', '='] as const;

/** A look-up list as lines of two columns. */
export const tableText = (table: Readonly<Record<string, string>>): string => Object.entries(table).map(([from, to]) => `${from}\t${to}`).join('\n');

/** Lines of two columns as a look-up list; `faulty` counts lines that are not two columns, which are left out. The last line for a text holds. */
export function textTable(text: string): { readonly table: Record<string, string>; readonly faulty: number } {
  const pairs: [string, string][] = [];
  let faulty = 0;
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') continue;
    const divider = DIVIDERS.find((each) => line.includes(each));
    const at = divider === undefined ? -1 : line.indexOf(divider);
    const from = line.slice(0, at).trim();
    if (divider === undefined || at < 0 || from === '' || from.length > 500) faulty += 1;
    else pairs.push([from, line.slice(at + divider.length).trim().slice(0, 2000)]);
  }
  // Of own making, so that no text of a file can be a name that objects already have.
  return { table: Object.fromEntries(pairs), faulty };
}

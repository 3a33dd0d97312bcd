/** Blanks, then a sign by which a spreadsheet takes a cell for a formula; quotes in front are those of an earlier neutralising. */
const RISKY = /^'*[^\S\r\n]*[=+\-@\t\uFF1D\uFF0B\uFF0D\uFF20]/;
/** A cell that begins with a line end: some programs look behind it. */
const EMPTY_START = /^'*[^\S\r\n]*$/;
const LINE_ENDS = /(\r\n|\r|\n)/;

/** Applies `change` to every line at which a spreadsheet could see a formula begin. */
function eachRisky(text: string, change: (line: string) => string): string {
  const [first = '', ...rest] = text.split(LINE_ENDS);
  const start = RISKY.test(first) || (rest.length > 0 && EMPTY_START.test(first)) ? change(first) : first;
  return start + rest.map((part, at) => (at % 2 === 1 && RISKY.test(part) ? change(part) : part)).join('');
}

/** The text for a cell of a CSV file, with a quote in front of whatever a spreadsheet would run as a formula. `restoredCell` takes it away again. */
export const neutralCell = (text: string): string => eachRisky(text, (line) => `'${line}`);

/** What a cell said before `neutralCell`: of any text, exactly. */
export const restoredCell = (cell: string): string => eachRisky(cell, (line) => (line.startsWith("'") ? line.slice(1) : line));

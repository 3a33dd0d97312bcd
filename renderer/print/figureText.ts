/** Mean width of a sign of Source Sans 3 semibold, as a share of its size: enough to keep labels apart without a browser's help. */
const SIGN_WIDTH = 0.53;

/** Signs on one line of a caption. */
const LINE_SIGNS = 24;

function widthOf(sign: string): number {
  if (/[\u1100-\u11ff\u2e80-\ufaff\uff00-\uffee]/.test(sign)) return 2;
  if (/[iljtf.,:;' ()|]/.test(sign)) return 0.62;
  return /[\p{Lu}mw@%]/u.test(sign) ? 1.22 : 1;
}

/** Estimated width of a text set at `size` CSS px. Wide scripts count double. */
export function textWidth(text: string, size: number): number {
  let signs = 0;
  for (const sign of text) signs += widthOf(sign);
  return signs * size * SIGN_WIDTH;
}

const cut = (text: string, signs: number): string => {
  const all = [...text];
  return all.length <= signs ? text : `${all.slice(0, signs - 1).join('').trimEnd()}…`;
};

/** A caption on at most two lines, broken at a blank; what is left over is cut with an ellipsis (tables have it whole). */
export function captionLines(caption: string): readonly string[] {
  if ([...caption].length <= LINE_SIGNS) return [caption];
  const head = [...caption].slice(0, LINE_SIGNS + 1).join('');
  const blank = head.lastIndexOf(' ');
  const first = blank > LINE_SIGNS / 3 ? caption.slice(0, blank) : [...caption].slice(0, LINE_SIGNS).join('');
  return [first, cut(caption.slice(first.length).trim(), LINE_SIGNS)];
}

/** The line under a caption, on one line. */
export const keyLine = (key: string): string => cut(key, LINE_SIGNS + 4);

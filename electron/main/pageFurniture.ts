import type { BriefingDocument } from '../../shared/briefing/document';

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

// The fonts of the system: an embedded one is not loaded in time, and the text is then missing (seen with Electron 33).
// Chromium lays templates out in a box as wide as the sheet that shrinks to its content, hence a width of its own.
const STYLE = 'font-family:\'Segoe UI\',\'DejaVu Sans\',sans-serif;font-size:8pt;line-height:1.3;color:#404854;width:8.27in;box-sizing:border-box;padding:0 0.75in;-webkit-print-color-adjust:exact;';
/** Room for the marking, which is laid over each page once it is known what stands there. */
const ROOM = '<div style="height:17pt"></div>';

/** Head and foot of every page: case, recipient, journal head, page x of y. Templates, because page-margin boxes are missing in Chromium 130. */
export function furniture(document: BriefingDocument): { headerTemplate: string; footerTemplate: string } {
  const row = (left: string, right: string, rule: string): string => `<div style="display:flex;justify-content:space-between;${rule}"><span>${left}</span><span>${right}</span></div>`;
  const numbers = escape(document.pageText).replace('{{page}}', '<span class="pageNumber"></span>').replace('{{pages}}', '<span class="totalPages"></span>');
  return {
    headerTemplate: `<div style="${STYLE}">${ROOM}${row(escape(document.head.left), escape(document.head.right), 'border-bottom:0.5pt solid #8f99a8;padding:4pt 0 4pt;')}</div>`,
    footerTemplate: `<div style="${STYLE}">${row(escape(document.foot.journal), numbers, 'border-top:0.5pt solid #8f99a8;padding:4pt 0 4pt;')}${ROOM}</div>`,
  };
}

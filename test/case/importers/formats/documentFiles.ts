import { zipOf } from '../../../unit/importers/zipWriter';

interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

const hex = (text: string): string => [...text].map((sign) => (sign.codePointAt(0) ?? 63).toString(16).padStart(2, '0')).join('');

/** A PDF with these texts on each page, at points from the lower left corner. Signs of Latin-1 only. An empty page has no text at all. */
export function placedPdf(pages: readonly (readonly PlacedText[])[], trailer = ''): Buffer {
  const objects: string[] = ['<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Kids [${pages.map((_, at) => `${4 + at * 2} 0 R`).join(' ')}] /Count ${pages.length} >>`, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'];
  pages.forEach((texts, at) => {
    const content = texts.map(({ text, x, y }) => `BT /F1 11 Tf ${x} ${y} Td <${hex(text)}> Tj ET`).join('\n');
    objects.push(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + at * 2} 0 R >>`, `<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  });
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

/** A PDF with the lines of each page from its top; an empty line leaves a gap. */
export const pdfOf = (pages: readonly (readonly string[])[]): Buffer =>
  placedPdf(pages.map((lines) => lines.flatMap((text, at) => (text === '' ? [] : [{ text, x: 60, y: 780 - at * 16 }]))));

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** One paragraph of a DOCX in its XML. */
export const paragraph = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
export const PAGE_END = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
export const table = (rows: readonly (readonly string[])[]): string => `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

/** A DOCX whose body is this XML. */
export const docxOf = (body: string, more: readonly { readonly name: string; readonly content: string }[] = []): Buffer =>
  zipOf([
    { name: '[Content_Types].xml', content: '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>' },
    { name: '_rels/.rels', content: '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>' },
    { name: 'word/document.xml', content: `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body}</w:body></w:document>` },
    ...more,
  ]);

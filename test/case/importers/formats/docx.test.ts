import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heldBytes } from '../../../../electron/case/importers/bytes';
import { recogniseRecords } from '../../../../electron/case/importers/records/formats';
import { Failure } from '../../../../shared/contract/failure';
import { zipOf } from '../../../unit/importers/zipWriter';
import { docxOf, PAGE_END, paragraph, table } from './documentFiles';
import { walk } from './walk';

const recognised = (content: Buffer, name: string): string | undefined => recogniseRecords(heldBytes(content), name)?.id;

describe('docx', () => {
  it('is known by its parts, and no workbook is taken for one', () => {
    expect(recognised(docxOf(paragraph('x')), 'nota.zip')).toBe('docx');
    expect(recognised(zipOf([{ name: '[Content_Types].xml', content: '<Types/>' }, { name: 'xl/workbook.xml', content: '<workbook/>' }]), 'nota.docx')).not.toBe('docx');
  });

  it('gives paragraphs as lines, rows of tables as lines with tabs, and pages', async () => {
    const { pages } = await walk('docx', docxOf([paragraph('Verslag'), paragraph('De heer  Jan & zn.'), table([['Naam', 'Nummer'], ['Jan', '0470 55 01 27']]), PAGE_END, paragraph('Tweede bladzijde.')].join('')));
    expect(pages).toEqual(['Verslag\nDe heer  Jan & zn.\nNaam\tNummer\nJan\t0470 55 01 27', 'Tweede bladzijde.']);
  });

  it('leaves out what tracked changes took out, field codes, tab stops and the second telling of drawings', async () => {
    const body = '<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r><w:del><w:r><w:delText>weg</w:delText></w:r></w:del><w:ins><w:r><w:t>erbij</w:t></w:r></w:ins><w:r><w:instrText>PAGE</w:instrText></w:r>'
      + '<mc:AlternateContent><mc:Choice><w:r><w:t>kader</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>kader</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>';
    expect((await walk('docx', docxOf(body))).pages).toEqual(['a\tberbijkader']);
  });

  it('reads notes, comments, heads and feet behind the text', async () => {
    const part = (name: string, text: string): { name: string; content: string } => ({ name: `word/${name}.xml`, content: `<w:x xmlns:w="w">${paragraph(text)}</w:x>` });
    expect((await walk('docx', docxOf(paragraph('tekst'), [part('footnotes', 'voetnoot'), part('header1', 'VERTROUWELIJK')]))).pages).toEqual(['tekst\nvoetnoot\nVERTROUWELIJK']);
  });

  it('divides a document that never says a page end', async () => {
    const { pages } = await walk('docx', docxOf(Array.from({ length: 200 }, (_, at) => paragraph(`Alinea ${at} ${'woord '.repeat(20)}`)).join('')));
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.join('\n').match(/Alinea/g)).toHaveLength(200);
  });

  it('refuses entities, empty documents, wrapped and broken ones', async () => {
    const bomb = zipOf([{ name: 'word/document.xml', content: '<!DOCTYPE x [<!ENTITY a "b">]><w:document xmlns:w="w">&a;</w:document>' }]);
    await expect(walk('docx', bomb)).rejects.toMatchObject({ code: 'fileNotThisFormat' });
    await expect(walk('docx', docxOf(''))).rejects.toMatchObject({ code: 'noRows' });
    await expect(walk('docx', zipOf([{ name: 'other.xml', content: '<a/>' }]))).rejects.toMatchObject({ code: 'fileNotThisFormat' });
    await expect(walk('docx', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]))).rejects.toMatchObject({ code: 'fileEncrypted' });
    await expect(walk('docx', docxOf(paragraph('tekst '.repeat(500))).subarray(0, 300))).rejects.toBeInstanceOf(Failure);
  });

  it('ends in pages or a failure, whatever is done to its XML', async () => {
    const whole = [paragraph('een'), table([['a', 'b']]), PAGE_END, paragraph('twee')].join('');
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), fc.nat(whole.length), fc.constantFrom('', '<w:tr>', '</w:tc>', '<w:del>', '<w:tc>', '&x;', '\u0000', '<__proto__ w:type="page"/>', '<w:tbl><w:tr>'), async (from, to, put) => {
        try {
          await walk('docx', docxOf(whole.slice(0, Math.min(from, to)) + put + whole.slice(Math.max(from, to))));
        } catch (error) {
          expect(error).toBeInstanceOf(Failure);
        }
      }),
      { numRuns: 200 },
    );
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

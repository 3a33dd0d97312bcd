import { describe, expect, it } from 'vitest';
import { markingOf, pageMarkings, wholeMarking, wordsOfMarking } from '../../../electron/main/writers/pageMarks';
import { renameElements, structureOf } from '../../../electron/main/writers/pdf/structure';
import { withArtifacts } from '../../../electron/main/writers/pdf/artifacts';
import type { BriefingDocument } from '../../../shared/briefing/document';
import { paper, structureOfPaper, taggedPdf, type Tagged } from './paper';

async function markings(document: BriefingDocument, elements: readonly Tagged[], pages = 5): Promise<string[]> {
  const tree = structureOf(await taggedPdf(pages, elements));
  return pageMarkings(document, tree, pages).map((marking) => wordsOfMarking(marking).join(' | '));
}

const WHOLE = 'VERTROUWELIJK | TLP:AMBER';
const LIMITED = 'BEPERKTE VERSPREIDING';

describe('what a page carries', () => {
  it('is the strictest of what stands on it, and the whole on cover and contents', async () => {
    expect(await markings(paper(), structureOfPaper([3, 3, 3, 4, 4]))).toEqual([WHOLE, WHOLE, 'VERTROUWELIJK', LIMITED, `${LIMITED} | TLP:AMBER`]);
    expect(await markings(paper(), structureOfPaper([3, 3, 3, 3, 3]))).toEqual([WHOLE, WHOLE, 'VERTROUWELIJK', `${LIMITED} | TLP:AMBER`, LIMITED]);
  });

  it('is the whole where the structure does not match the document', async () => {
    const all = [WHOLE, WHOLE, WHOLE, WHOLE, WHOLE];
    expect(await markings(paper(), structureOfPaper([3, 3, 3, 4]))).toEqual(all);
    expect(await markings(paper(), structureOfPaper([3, 3, 3, 4, 4]).slice(0, 3))).toEqual(all);
    expect(await markings(paper(), [])).toEqual(all);
    expect(pageMarkings(paper(), null, 2)).toEqual([wholeMarking(paper()), wholeMarking(paper())]);
  });

  it('is the whole where nobody said what went into a block', async () => {
    const document = paper();
    const [first, second] = document.sections;
    const unsaid = { ...document, sections: [{ ...first!, blocks: first!.blocks.map((block) => (block.kind === 'paragraph' ? { kind: block.kind, parts: block.parts } : block)) }, second!] };
    expect(await markings(unsaid, structureOfPaper([3, 3, 3, 4, 4]))).toEqual([WHOLE, WHOLE, WHOLE, LIMITED, `${LIMITED} | TLP:AMBER`]);
  });

  it('is what the document says where no codes are known', async () => {
    expect(await markings(paper({ marks: [] }), structureOfPaper([3, 3, 3, 4, 4]))).toEqual(Array.from({ length: 5 }, () => 'VERTROUWELIJK'));
    expect(await markings(paper({ marks: [], marking: '' }), [])).toEqual(['', '', '', '', '']);
  });

  it('keeps labels of the Traffic Light Protocol in their own form and colour', () => {
    const marking = markingOf([{ scheme: 'tlp', code: 'TLP:GREEN', rank: 1, text: 'Partners' }, { scheme: 'tlp', code: 'TLP:RED', rank: 4, text: 'Genoemden' }, { scheme: 'x', code: 'A', rank: 1, text: 'Intern gebruik' }], 'nl');
    expect(marking).toEqual({ text: 'INTERN GEBRUIK', labels: [{ text: 'TLP:RED', colour: '#FF2B2B' }] });
  });
});

describe('the structure of a printed file', () => {
  it('keeps no names of the page that was printed', async () => {
    const names = async (): Promise<string> => {
      const file = await taggedPdf(5, structureOfPaper([3, 3, 3, 4, 4]));
      const tree = structureOf(file);
      if (tree !== null) renameElements(file, tree);
      return Buffer.from(await file.save({ useObjectStreams: false })).toString('latin1').replace(/D:\d+Z/g, '');
    };
    const first = await names();
    expect(first).not.toContain('node0');
    expect(await names()).toBe(first);
  });

  it('leaves nothing on a page that is neither content nor decoration', () => {
    expect(withArtifacts('.24 0 0 -.24 0 842 cm\nq\n1 0 0 rg\n0 0 651 943 re\nf\nQ\nq\n1 2 3 4 re\nW* n\nBT\n/P <</MCID 0 >>BDC\n/F5 21 Tf\n<0085> Tj\nEMC\nET\nBT\n/F7 8 Tf\n<0003> Tj\nET\n/X5 Do\nQ'))
      .toBe('.24 0 0 -.24 0 842 cm\nq\n1 0 0 rg\n/Artifact BMC\n0 0 651 943 re\nf\nEMC\nQ\nq\n1 2 3 4 re\nW* n\nBT\n/P <</MCID 0 >>BDC\n/F5 21 Tf\n<0085> Tj\nEMC\nET\nBT\n/F7 8 Tf\n/Artifact BMC\n<0003> Tj\nEMC\nET\n/Artifact BMC\n/X5 Do\nEMC\nQ');
    expect(withArtifacts('BT (a \\) Tj b) Tj ET')).toBe('BT /Artifact BMC\n(a \\) Tj b) Tj\nEMC ET');
  });
});

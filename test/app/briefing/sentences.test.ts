import { describe, expect, it } from 'vitest';
import { joinSentences, newSentence, pasteSentences, splitSentence } from '../../../renderer/features/briefing/sentences/sentenceList';
import { splitText } from '../../../renderer/features/briefing/sentences/splitting';
import { addBlocks, citeIn, citedIn, copyBlock, moveBlock, newBlock, placeBlock } from '../../../renderer/features/briefing/blocks/blockList';
import { withText } from '../../../renderer/features/briefing/authored';
import { mergeDraft } from '../../../renderer/features/briefing/mergeDraft';
import type { BriefingBlock, BriefingRecord } from '../../../shared/model/briefing';

const ids = (): (() => string) => {
  let n = 0;
  return () => `new${(n += 1)}`;
};
const words = (sentences: readonly { text: { texts: Partial<Record<string, string>> } }[], language = 'nl'): (string | undefined)[] => sentences.map(({ text }) => text.texts[language]);

describe('splitting a pasted text', () => {
  it('knows short forms, initials and dates of all four languages', () => {
    expect(splitText('Dhr. A. Peeters belde op 12.03 met nr. 7. Daarna reed hij weg! Waarheen?', 'nl')).toEqual([['Dhr. A. Peeters belde op 12.03 met nr. 7.', 'Daarna reed hij weg!', 'Waarheen?']]);
    expect(splitText('Il habite av. Louise 3. Mme Dubois l’a vu, p.ex. hier.', 'fr')).toEqual([['Il habite av. Louise 3.', 'Mme Dubois l’a vu, p.ex. hier.']]);
    expect(splitText('Am 3. Mai fuhr er bzw. sein Bruder ab. Am 4. kam er zurück.', 'de')).toEqual([['Am 3. Mai fuhr er bzw. sein Bruder ab.', 'Am 4. kam er zurück.']]);
  });

  it('begins a sentence at a line break and a paragraph at a blank line, and drops list signs', () => {
    expect(splitText('Eerste\r\n• tweede  punt\n\n  \nDerde. Vierde.', 'nl')).toEqual([['Eerste', 'tweede punt'], ['Derde.', 'Vierde.']]);
  });
});

describe('sentences', () => {
  const one = { ...newSentence('one', 'nl', 'Hij belde. Zij niet.'), cites: ['s1'] };

  it('break at the caret: citations and translations stay with the first part', () => {
    const translated = { ...one, text: withText(one.text, 'fr', 'Il a appelé.') };
    const split = splitSentence([translated], 0, 10, 'nl', ids());
    expect(words(split?.sentences ?? [])).toEqual(['Hij belde.', 'Zij niet.']);
    expect(split?.sentences.map((each) => each.cites)).toEqual([['s1'], []]);
    expect(split?.sentences[0]?.text.texts.fr).toBe('Il a appelé.');
    expect(split?.caret).toEqual({ sentence: 'new1', at: 0 });
  });

  it('get an empty one before them at their very start, and keep their citations', () => {
    const split = splitSentence([one], 0, 0, 'nl', ids());
    expect(split?.sentences.map((each) => each.id)).toEqual(['new1', 'one']);
  });

  it('join with all that both cite, and the caret where they meet', () => {
    const joined = joinSentences([one, { ...newSentence('two', 'nl', 'Toch.'), cites: ['s1', 's2'] }], 1, 'nl');
    expect(joined?.sentences).toMatchObject([{ id: 'one', text: { texts: { nl: 'Hij belde. Zij niet. Toch.' } }, cites: ['s1', 's2'] }]);
    expect(joined?.caret).toEqual({ sentence: 'one', at: 21 });
  });

  it('are put in by pasting: into the middle, with further paragraphs as blocks of their own', () => {
    const pasted = pasteSentences([one, newSentence('last', 'nl', 'Slot.')], 0, [10, 10], [['A.', 'B.'], ['C.']], 'nl', ids());
    expect(words(pasted?.sentences ?? [])).toEqual(['Hij belde. A.', 'B.']);
    expect(pasted?.sentences[0]?.cites).toEqual(['s1']);
    expect(pasted?.blocks.map((block) => words(block))).toEqual([['C.', 'Zij niet.', 'Slot.']]);
  });

  it('are the original in the first language that is written, and lose a translation that is emptied', () => {
    const text = withText({ original: 'nl', texts: {} }, 'de', 'Er rief an.');
    expect(text).toEqual({ original: 'de', texts: { de: 'Er rief an.' } });
    expect(withText(withText(text, 'nl', 'Hij belde.'), 'nl', '')).toEqual(text);
  });
});

describe('blocks', () => {
  const at = (id: string): BriefingBlock => ({ kind: 'pageBreak', id });
  const order = (blocks: readonly BriefingBlock[]): string => blocks.map((each) => each.id).join('');
  const abc = [at('a'), at('b'), at('c')];

  it('are added after another, moved, placed and copied with ids of their own', () => {
    expect(order(addBlocks(abc, [at('x')], 'a'))).toBe('axbc');
    expect(order(addBlocks(abc, [at('x')], null))).toBe('abcx');
    expect(order(moveBlock(abc, 'a', 1))).toBe('bac');
    expect(moveBlock(abc, 'a', -1)).toBe(abc);
    expect(order(placeBlock(abc, 'a', 'c', 'before'))).toBe('bac');
    expect(order(placeBlock(abc, 'c', 'a', 'before'))).toBe('cab');
    const text = newBlock({ kind: 'text' }, { chart: null, entity: null, source: null }, 'nl', ids());
    const copy = text && copyBlock(text, () => 'fresh');
    expect(copy).toMatchObject({ id: 'fresh', sentences: [{ id: 'fresh' }] });
  });

  it('take citations wherever the sentence stands, each once', () => {
    const text: BriefingBlock = { kind: 'text', id: 't', sentences: [newSentence('one', 'nl', 'A.')] };
    const cited = citeIn(citeIn([at('a'), text], 'one', ['s1']), 'one', ['s1', 's2']);
    expect(citedIn(cited)).toEqual(['s1', 's2']);
  });
});

describe('a change from elsewhere', () => {
  it('keeps what is being typed here and takes the rest', () => {
    const base = { title: 'A', author: 'X', blocks: [{ kind: 'text', id: 't', sentences: [newSentence('one', 'nl', 'A.')] }, { kind: 'pageBreak', id: 'p' }] } as unknown as BriefingRecord;
    const mine = { ...base, blocks: [{ kind: 'text', id: 't', sentences: [newSentence('one', 'nl', 'A. B')] }, base.blocks[1]] } as BriefingRecord;
    const stored = { ...base, title: 'B', blocks: [base.blocks[0]] } as BriefingRecord;
    expect(mergeDraft(base, mine, stored)).toEqual({ ...base, title: 'B', blocks: [mine.blocks[0]] });
    expect(mergeDraft(base, base, stored)).toBe(stored);
  });
});

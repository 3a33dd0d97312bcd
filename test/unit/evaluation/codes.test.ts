import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loweredCodes, requireHandling, sameHandling, withCodes } from '../../../shared/commands/lowering';
import { compileMapping } from '../../../shared/mapping/compile';
import { mapRow } from '../../../shared/mapping/mapRow';
import type { Mapping } from '../../../shared/mapping/mapping';
import type { Handling } from '../../../shared/model/evaluation';
import { dueAfter } from '../../../shared/model/reviewTerm';
import { categoriesIn } from '../../../shared/schema/category';
import { categoryMark, categoryNames, codeText, shortCode } from '../../../shared/schema/codeText';
import { LANGUAGES } from '../../../shared/values/kind';
import { buildCatalogue } from '../../../shared/schema/catalogue';
import { shippedTypes } from '../schema/shippedTypes';

const catalogue = buildCatalogue(shippedTypes());
const { schemes } = catalogue;
const h = (code: string, note?: string): Handling => ({ scheme: 'europolHandling', axis: 'code', code, ...(note === undefined ? {} : { note }) });
const tlp = (code: string): Handling => ({ scheme: 'tlp', axis: 'label', code: `TLP:${code}` });
const level = (code: string): Handling => ({ scheme: 'belgianClassification', code });
const lowered = (before: Handling[], after: Handling[]): string[] => loweredCodes(before, after, catalogue).map((each) => each.code);

const anyHandling = fc.constantFrom(...schemes.filter((scheme) => scheme.use !== 'grading').flatMap((scheme) => scheme.axes.flatMap((axis) => axis.codes.map(({ code }): Handling => ({ scheme: scheme.id, axis: axis.id, code })))));

describe('lowering', () => {
  it('is a code that goes, becomes less strict, asks leave for less, or says less in its note', () => {
    expect(lowered([h('H1')], [])).toEqual(['H1']);
    expect(lowered([h('H2')], [h('H1')])).toEqual(['H2']);
    expect(lowered([tlp('RED'), h('H1')], [tlp('AMBER'), h('H1')])).toEqual(['TLP:RED']);
    expect(lowered([level('geheim')], [level('beperkt')])).toEqual(['geheim']);
    expect(lowered([h('H3', 'alleen FGP')], [h('H3', 'alles mag')])).toEqual(['H3']);
    expect(lowered([{ scheme: 'elders', code: 'X' }], [])).toEqual(['X']);
    // A code of another scheme never stands in for it.
    expect(lowered([h('H2')], [tlp('RED'), level('zeerGeheim')])).toEqual(['H2']);
  });

  it('is not a code that stays, is joined by another, or becomes stricter', () => {
    expect(lowered([h('H1')], [h('H1'), h('H2'), tlp('RED')])).toEqual([]);
    expect(lowered([h('H1')], [h('H2')])).toEqual([]);
    expect(lowered([level('beperkt')], [level('geheim')])).toEqual([]);
    expect(lowered([h('H3', 'alleen FGP')], [h('H3', 'alleen FGP, en mondeling')])).toEqual([]);
  });

  it('never happens by adding to schemes of several codes, whatever stood there', () => {
    fc.assert(fc.property(fc.array(anyHandling, { maxLength: 6 }), fc.array(anyHandling.filter(({ scheme }) => catalogue.scheme(scheme)?.several === true), { maxLength: 4 }), (before, add) => {
      expect(loweredCodes(before, withCodes(before, add, catalogue), catalogue)).toEqual([]);
    }), { numRuns: 200 });
  });

  it('keeps one code on an axis where the scheme holds one, and never turns a code into one of another scheme', () => {
    expect(withCodes([tlp('RED'), h('H1')], [tlp('GREEN')], catalogue).map((each) => each.code)).toEqual(['H1', 'TLP:GREEN']);
    fc.assert(fc.property(fc.array(anyHandling, { maxLength: 6 }), fc.array(anyHandling, { maxLength: 4 }), (before, add) => {
      const after = withCodes(before, add, catalogue);
      expect(after.every((each) => [...before, ...add].includes(each))).toBe(true);
      expect(add.length === 0 || sameHandling(after, withCodes(after, [add.at(-1) as Handling], catalogue))).toBe(true);
    }), { numRuns: 200 });
  });

  it('wants codes that can be looked up, with their note', () => {
    const refused = (handling: Handling[]): boolean => {
      try {
        requireHandling(handling, catalogue);
        return false;
      } catch {
        return true;
      }
    };
    expect([[h('H3')], [h('H3', ' ')], [h('H9')], [{ scheme: 'europol4x4', code: 'A' }], [{ scheme: 'x', code: 'y' }]].map(refused)).toEqual([true, true, true, true, true]);
    expect(refused([h('H3', 'mondeling'), tlp('RED'), level('geheim')])).toBe(false);
  });
});

describe('codes of files', () => {
  const READING: Mapping['reading'] = { format: 'csv', encoding: 'utf-8', delimiter: ';', quote: '"', sheet: null, headerRow: 1, dateOrder: 'dmy', decimal: ',', country: 'BE', currency: 'EUR' };
  const read = (scheme: string, text: string): unknown => {
    const mapping: Mapping = {
      reading: READING, headings: ['Naam', 'Code'], links: [], entities: [{ key: 'p', type: 'person', properties: [{ property: 'name', from: { column: 0 } }], same: 'values', sameBy: [] }],
      source: { supplier: '', grading: null, handling: [], handlingColumn: { column: 1, scheme } },
    };
    return mapRow(compileMapping(mapping, catalogue).plan, ['An Maes', text]).handling?.map((each) => [each.scheme, each.code]);
  };

  it('stay of their scheme; only TLP:WHITE of version 1 becomes CLEAR', () => {
    expect(read('tlp', 'TLP:WHITE')).toEqual([['tlp', 'TLP:CLEAR']]);
    expect(read('tlp', 'amber+strict')).toEqual([['tlp', 'TLP:AMBER+STRICT']]);
    expect(read('tlp', 'TLP:EX:CHR')).toEqual([['tlp', 'TLP:EX:CHR']]);
    expect(read('tlp', 'H2')).toEqual([['tlp', 'H2']]);
    expect(read('europolHandling', 'H1, h3')).toEqual([['europolHandling', 'H1'], ['europolHandling', 'H3']]);
    expect(read('belgianClassification', 'Diffusion restreinte')).toEqual([['belgianClassification', 'beperkteVerspreiding']]);
    expect(read('europolHandling', 'TLP:RED')).toEqual([['europolHandling', 'TLP:RED']]);
  });
});

describe('categories of data subjects', () => {
  const person = catalogue.entityType('person');
  if (person === undefined) throw new Error('no person');
  const said = (...codes: string[]) => categoriesIn(person, { category: codes.map((v) => ({ v })) }).join(' ');

  it('are all that is said, in the order of the law, unknown only where nothing else is', () => {
    expect(said('witness', 'suspect', 'witness')).toBe('suspect witness');
    expect(said('unknown', 'victim')).toBe('victim');
    expect(said('unknown')).toBe('unknown');
    expect(categoryNames(person, 'suspect witness', 'nl')).toEqual(['Verdachte', 'Getuige']);
  });

  it('never mark a victim or witness as they mark a suspect (LAW-2)', () => {
    const codes = Object.keys(person.properties.find((property) => property.id === 'category')?.choices ?? {});
    for (const language of LANGUAGES) {
      const accused = ['suspect', 'convicted'].map((code) => categoryMark(person, code, language));
      expect(accused.every((mark) => mark?.form === 'block')).toBe(true);
      for (const code of codes.filter((each) => each !== 'suspect' && each !== 'convicted')) {
        const mark = categoryMark(person, code, language);
        expect(mark?.form).not.toBe('block');
        expect(accused.map((each) => each?.text)).not.toContain(mark?.text);
        // Nor does one who is both look like somebody who is only suspected.
        expect(categoryMark(person, `suspect ${code}`, language)?.form).toBe('frame');
      }
    }
    expect(categoryMark(person, '', 'nl')).toBeNull();
    expect(categoryMark(catalogue.entityType('phone'), 'suspect', 'nl')).toBeNull();
  });
});

describe('what codes are called', () => {
  it('is the code, or the name of a level, short enough for a badge', () => {
    expect([codeText('H2', schemes, 'nl'), codeText('beperkteVerspreiding', schemes, 'fr'), codeText('none', schemes, 'nl')]).toEqual(['H2', 'DIFFUSION RESTREINTE', '']);
    expect([shortCode('TLP:AMBER+STRICT', schemes, 'nl'), shortCode('beperkteVerspreiding', schemes, 'nl'), shortCode('geheim', schemes, 'nl'), shortCode('none', schemes, 'nl')]).toEqual(['AMBER+S', 'BV', 'GEHE', '']);
  });
});

describe('the day of a review', () => {
  it('is so many months on, the last day where the month has no such', () => {
    expect([dueAfter('2021-05-31T10:00:00Z', 60), dueAfter('2024-01-31', 1), dueAfter('2023-12-15', 1)]).toEqual(['2026-05-31', '2024-02-29', '2024-01-15']);
  });
});

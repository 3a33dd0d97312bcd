import { describe, expect, it } from 'vitest';
import { findNames, NameIndex } from '../../../../shared/analysis/mentions/names';

const index = new NameIndex([
  { bearer: 1, name: 'Driss Amellal' }, { bearer: 2, name: 'AMELLAL, Samir' }, { bearer: 3, name: 'Noordkaai Logistics BV' }, { bearer: 4, name: 'Vopak' }, { bearer: 5, name: 'MSC Isabella' },
  { bearer: 6, name: 'Jan' }, { bearer: 7, name: 'Şükrü Yılmaz' }, { bearer: 8, name: 'Jan Van den Bossche' }, { bearer: 9, name: 'Driss Amellal' }, { bearer: 10, name: 'J. Peeters' }, { bearer: 11, name: 'Schipper' }, { bearer: 12, name: 'D’Hondt Marie' }, { bearer: 13, name: '李小龙' },
]);
const found = (text: string): (readonly [string, readonly number[]])[] => findNames(text, index).map(({ start, end, bearers }) => [text.slice(start, end), bearers] as const);

describe('findNames', () => {
  it('finds known names in either order, whatever their accents and case', () => {
    expect(found('De heer Driss Amellal en AMELLAL Driss; ook Samir Amellal.')).toEqual([['Driss Amellal', [1, 9]], ['AMELLAL Driss', [1, 9]], ['Samir Amellal', [2]]]);
    expect(found('Sukru Yilmaz sprak met YILMAZ, Sukru en Jan van den Bossche.')).toEqual([['Sukru Yilmaz', [7]], ['YILMAZ, Sukru', [7]], ['Jan van den Bossche', [8]]]);
    expect(found('Vu avec J. Peeters et Marie D\'Hondt.')).toEqual([['J. Peeters', [10]], ['Marie D\'Hondt', [12]]]);
    expect(found('谈到李小龙')).toEqual([]);
    expect(found('谈到 李小龙 。')).toEqual([['李小龙', [13]]]);
  });

  it('finds companies without the form of the company, and across a line end', () => {
    expect(found('werkt voor Noordkaai\nLogistics in de haven, en Noordkaai Logistics bv.')).toEqual([['Noordkaai\nLogistics', [3]], ['Noordkaai Logistics bv', [3]]]);
    expect(found('Driss Amellal’s wagen')).toEqual([['Driss Amellal', [1, 9]]]);
  });

  it('does not take common words, short names or parts of other sentences for names', () => {
    expect(found('Jan kwam. Driss. Amellal bleef. de schipper was weg. Schipper zijn is zwaar. driss amellal')).toEqual([]);
    expect(found('De tanker lag bij Vopak aan de kaai, bekend als Schipper.')).toEqual([['Vopak', [4]], ['Schipper', [11]]]);
  });

  it('walks two hundred pages for a hundred thousand names', () => {
    const many = new NameIndex(Array.from({ length: 100_000 }, (_, at) => ({ bearer: at, name: `Voornaam${at % 700} Achternaam${at}` })));
    const page = `${'Op die dag zag men een man bij de haven en hij sprak met anderen. '.repeat(45)}Daar was Voornaam5 Achternaam705 bij.`;
    let count = 0;
    for (let at = 0; at < 200; at += 1) count += findNames(page, many).length;
    expect(count).toBe(200);
  });
});

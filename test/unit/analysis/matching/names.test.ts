import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareCompanyNames } from '../../../../shared/analysis/matching/companyLikeness';
import { companyName, companyWordsOf, type CompanyWordsFile } from '../../../../shared/analysis/matching/companyName';
import { KnownNames, type CommonNamesFile, type GivenNamesFile } from '../../../../shared/analysis/matching/knownNames';
import { nameWords } from '../../../../shared/analysis/matching/nameWords';
import { comparePersonNames } from '../../../../shared/analysis/matching/personName';

const vocabulary = (name: string): unknown => JSON.parse(readFileSync(`resources/vocabularies/${name}.json`, 'utf8'));
const known = new KnownNames(vocabulary('givenNames') as GivenNamesFile, vocabulary('commonNames') as CommonNamesFile);
const words = companyWordsOf(vocabulary('companyWords') as CompanyWordsFile);

const persons = (a: string, b: string): number => comparePersonNames(nameWords(a), nameWords(b), known).score;
const companies = (a: string, b: string): number => compareCompanyNames(companyName(a, words), companyName(b, words)).score;
/** From here on two names may be one person's. */
const PROPOSED = 0.84;

const SAME_PERSON: readonly (readonly [string, string])[] = [
  ['Ibrahim El Bakraoui', 'Bakraui, Ibrahim'],
  ['Ibrahim El Bakraoui', 'إبراهيم البكراوي'],
  ['Ibrahim El Bakraoui', 'EL-BAKRAOUI Brahim'],
  ['Jan Van den Bossche', 'Vandenbossche Jan'],
  ['Jan Van den Bossche', 'J. Vandenbossche'],
  ['Иван Петрович Щербаков', 'Ivan Shcherbakov'],
  ['Иван Щербаков', 'Scherbakow, Iwan'],
  ['Mohamed Ben Ali', 'Muhammad bin Ali'],
  ['Abd el Kader Belliraj', 'Abdelkader Belliraj'],
  ['عبد القادر بليرج', 'Abdelkader Belliraj'],
  ['Jean-Pierre Dupont', 'Dupont Jean Pierre'],
  ['Jean-Pierre Dupont', 'JP Dupont'],
  ['Gjergj Hoxha', 'Djergj Hodja'],
  ['Recep Tayyip Çelik', 'Celik Recep'],
  ['José Luis García Pérez', 'Garcia Perez Jose'],
  ['Sasha Petrov', 'Aleksandr Petrov'],
  ['Bob Janssens', 'Robert Janssens'],
  ['Maria de la Cruz', 'Maria Delacruz'],
  ['محمد حسن', 'Mohamed Hassan'],
  ['Юсуф Хасан', 'Yusuf Hasan'],
  ['Salah Abdeslam', 'Abdesalam Salah'],
  ['Mehmet Öztürk', 'Mehmet Oezturk'],
  ['Krzysztof Wójcik', 'Kshishtof Voytsik'],
  ['Đorđe Petrović', 'Djordje Petrovic'],
  ['Ludmila Kuznetsova', 'Людмила Кузнецова'],
  ['Youssef Aït Brahim', 'Aitbrahim Yousef'],
  ['Omar Faruk Yilmaz', 'Yılmaz Ömer Faruk'],
  ['Tran Van Anh', 'Van Anh Tran'],
  ['D. Amellal', 'Driss Amellal'],
  ['Abdul Rahman Al-Ghamdi', 'عبد الرحمن الغامدي'],
  ["Charles d'Hondt",'Dhondt Karel'],
  ['Abdelilah Ziyad', 'Abdul Ilah Ziyad'],
  ['خالد عبد الله', 'Khaled Abdallah'],
  ['Наталья Сергеевна Орлова', 'Natalia Orlova'],
];
const OTHER_PERSON: readonly (readonly [string, string])[] = [
  ['Ibrahim El Bakraoui', 'Khalid El Bakraoui'],
  ['Jan Peeters', 'Jan Janssens'],
  ['Jan Janssens', 'Jan Jansen'],
  ['Mohamed Hassan', 'Mohamed Hussein'],
  ['Ali Yilmaz', 'Veli Yilmaz'],
  ['Omar Haddad', 'Amar Haddad'],
  ['Mohamed Ali', 'Ahmed Ali'],
  ['Ivan Petrov', 'Ivan Pavlov'],
  ['Ivan Petrov', 'Petr Ivanov'],
  ['Maria Garcia', 'Mario Garcia'],
  ['An Claes', 'Jan Claes'],
  ['Hassan Ahmed', 'Hussein Ahmed'],
  ['محمد حسن', 'Mahmoud Hussein'],
  ['Peter Smith', 'Petra Smith'],
  ['Tom Maes', 'Tim Maes'],
  ['Karim Benali', 'Kamal Benali'],
  ['Salim Amrani', 'Salima Amrani'],
  ['Luc De Smet', 'Luc Desmedt'],
  ['Anna Nowak', 'Hanna Nowak'],
  ['Rachid Benani', 'Rachida Bennani'],
  ['خالد عبد الله', 'Khalid Abdelaziz'],
];
const SAME_COMPANY: readonly (readonly [string, string])[] = [
  ['Antwerp Fruit Logistics BV', 'ANTWERP FRUIT LOGISTICS B.V.'],
  ['Trans-Schelde NV', 'Transschelde'],
  ['Van den Broeck & Zonen BVBA', 'Vandenbroeck en Zonen'],
  ['OOO Севертранс', 'Severtrans LLC'],
  ['Société Générale de Surveillance SA', 'Societe Generale de Surveillance'],
  ['Al Noor Trading FZE', 'النور Trading'],
  ['Müller Spedition GmbH', 'Mueller Spedition'],
  ['A.B.C. Container Services', 'ABC Container Services NV'],
  ['Çelik Lojistik A.Ş.', 'Celik Lojistik'],
  ['Sea Line Shipping Ltd', 'Sealine Shipping Limited'],
  ['De Kroon Import-Export', 'Kroon Import Export BV'],
  ['Fruits du Monde SPRL', 'Fruits du Monde Belgium'],
];
const OTHER_COMPANY: readonly (readonly [string, string])[] = [
  ['Antwerp Fruit Logistics BV', 'Antwerp Steel Logistics BV'],
  ['ABC Transport', 'ABD Transport'],
  ['Müller Spedition GmbH', 'Möller Trading'],
  ['Sea Line Shipping Ltd', 'Blue Line Shipping'],
  ['Global Trading BV', 'Global Transport BV'],
  ['Van den Broeck Transport', 'Van Damme Transport'],
  ['Fresh Fruit 1 BV', 'Fresh Fruit 2 BV'],
  ['Noor Trading', 'Nord Trading'],
  ['Delta Cars', 'Delta Invest'],
  ['Euro Port Services', 'Euro Sport Services'],
];

describe('names of persons', () => {
  it.each(SAME_PERSON)('%s may be %s', (a, b) => expect(persons(a, b)).toBeGreaterThanOrEqual(PROPOSED));
  it.each(OTHER_PERSON)('%s is not %s', (a, b) => expect(persons(a, b)).toBeLessThan(PROPOSED));
  it('compare the same from both sides, and any name with itself', () => {
    const all = [...SAME_PERSON, ...OTHER_PERSON];
    for (const [a, b] of all) expect(persons(a, b)).toBeCloseTo(persons(b, a), 10);
    for (const [a] of all) expect(persons(a, a)).toBe(1);
  });
  it('take whatever is written', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 60 }), (a, b) => {
      const score = persons(a, b);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
    }), { numRuns: 200 });
  });
});

describe('names of companies', () => {
  it.each(SAME_COMPANY)('%s may be %s', (a, b) => expect(companies(a, b)).toBeGreaterThanOrEqual(PROPOSED));
  it.each(OTHER_COMPANY)('%s is not %s', (a, b) => expect(companies(a, b)).toBeLessThan(PROPOSED));
  it('compare the same from both sides', () => {
    for (const [a, b] of [...SAME_COMPANY, ...OTHER_COMPANY]) expect(companies(a, b)).toBeCloseTo(companies(b, a), 10);
  });
});

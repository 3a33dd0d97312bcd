import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMentions } from '../../../../shared/analysis/mentions/findMentions';
import { BELGIAN_CONTEXT } from '../../../../shared/values/kind';
import { buildCatalogue } from '../../../../shared/schema/catalogue';
import { shippedTypes } from '../../schema/shippedTypes';
import { expectProportion } from '../../../growth';

const catalogue = buildCatalogue(shippedTypes());
const mentions = (text: string, country = 'BE'): readonly ReturnType<typeof findMentions>[number][] => findMentions(text, { catalogue, reading: { ...BELGIAN_CONTEXT, country } });
const found = (text: string, country = 'BE'): string[] => mentions(text, country).map(({ kind, value }) => `${kind} ${value.v}${value.doubt === undefined ? '' : ` ${value.doubt}`}`);

describe('findMentions', () => {
  it('reads a Dutch report', () => {
    const text = [
      'Op 14/03/2026 omstreeks 22.40 uur belde de verdachte met 0470/55.01.27 naar +31 6 12345678.',
      'Hij reed in een bestelwagen met nummerplaat 1-ABC-234; daarnaast stond een wagen met oude plaat XYZ-123.',
      'De container MSKU 604812-1 (zegel 4455667) stond aan kaai 869. PV nr. AN.11.L5.012345/2026.',
      'Betaling van 12.500,00 EUR op rekening BE68 5390 0754 7034 van Noordkaai BV (KBO 0403.170.701).',
      'Rijksregisternummer: 85.07.30-033.28. E-mail: driss.amellal@example.be. Bestelnummer 0470123456.',
    ].join('\n');
    expect(found(text)).toEqual([
      'phone +32470550127', 'phone +31612345678', 'plate 1ABC234', 'plate XYZ123', 'container MSKU 604812-1 checkDigit', 'iban BE68539007547034', 'enterpriseNumber 0403170701',
      'nationalNumber 85073003328', 'email driss.amellal@example.be',
    ]);
  });

  it('reads a French report', () => {
    const text = 'Le véhicule immatriculé AB-123-CD a été vu à Anvers. Le suspect utilise le GSM 0486 12 34 56 (IMEI 35-209900-176148-1) et le compte FR14 2004 1010 0505 0001 3M02 606. '
      + 'Numéro de châssis : WVWZZZ1JZXW000001. Son profil : https://www.instagram.com/le.capitaine_2000/, pseudo @le_capitaine. Facture n° 0486123457 du 3.4.2026 ; montant 1 250,00 €.';
    expect(found(text)).toEqual(['plate AB123CD', 'phone +32486123456', 'imei 352099001761481', 'iban FR1420041010050500013M02606', 'vin WVWZZZ1JZXW000001', 'url https://www.instagram.com/le.capitaine_2000/', 'text @le_capitaine']);
  });

  it('reads a German report', () => {
    const text = 'Der Beschuldigte (Tel. 0171 1234567) fuhr einen Pkw mit dem Kennzeichen AC-XY 1234. Das Konto DE89 3704 0044 0532 0130 00 gehört der Firma. Aktenzeichen 0171 7654321. Rechnung vom 03.05.2026 über 1.234,56 EUR.';
    expect(found(text, 'DE')).toEqual(['phone +491711234567', 'plate ACXY1234', 'iban DE89370400440532013000']);
  });

  it('reads an English report', () => {
    const text = 'MV Ocean Star (IMO 9074729, MMSI 205344990) was seen at 51.26120, 4.40280 and later at 51°14\'22"N 4°22\'10"E. A white van with registration AB12 CDE left. Call +44 20 7946 0958. Order no. 02079460000, 14 containers, ref 12345678.';
    expect(found(text, 'GB')).toEqual(['imo 9074729', 'mmsi 205344990', 'coordinates 51.26120,4.40280', 'coordinates 51.23944,4.36944', 'plate AB12CDE', 'phone +442079460958']);
  });

  it('puts together what a line end broke, and keeps what stood apart', () => {
    expect(found('Rekening BE68 5390\n0754 7034 werd gebruikt.')).toEqual(['iban BE68539007547034']);
    expect(found('Hij belde met 0470 55\n01 27 die avond.')).toEqual(['phone +32470550127']);
    expect(found('Nummers:\n0470 55 01 27\n0470 55 01 28\n0470550129')).toEqual(['phone +32470550127', 'phone +32470550128', 'phone +32470550129']);
    expect(mentions('belde met 0470 55\n01 27.')[0]).toMatchObject({ raw: '0470 55 01 27', value: { v: '+32470550127', raw: '0470 55 01 27' } });
  });

  it('takes several under one label, and two on one line', () => {
    expect(found('IMEI 352099001761481, 490154203237518 en 356938035643809')).toEqual(['imei 352099001761481', 'imei 490154203237518', 'imei 356938035643809']);
    expect(found('tel. 03 234 56 78 / 0470 55 01 27')).toEqual(['phone +3232345678', 'phone +32470550127']);
  });

  it('gives each its place, its sentence and what it would become', () => {
    const text = 'Eerste zin. De dhr. Peeters belde met 0470 55 01 27 naar nr. 5. Derde zin.';
    const [phone] = mentions(text);
    expect(text.slice(phone?.start, phone?.end)).toBe('0470 55 01 27');
    expect(text.slice(phone?.sentence.start, phone?.sentence.end)).toBe('De dhr. Peeters belde met 0470 55 01 27 naar nr. 5.');
    expect(phone?.targets[0]).toEqual({ type: 'phone', property: 'number' });
    const types = ['iban BE68539007547034', '1-ABC-234 nummerplaat', 'CSQU3054383', 'a@example.be', 'IMO 9074729', 'KBO 0403.170.701', '85.07.30-033.28', 'IMEI 352099001761481', '51.26120, 4.40280'].map((each) => mentions(each)[0]?.targets[0]?.type);
    expect(types).toEqual(['bankAccount', 'vehicle', 'container', 'emailAccount', 'vessel', 'company', 'person', 'device', 'location']);
  });

  it('takes headings and rows of tables for sentences of their own', () => {
    const text = 'Nota van de douane\nDe trekker met plaat 1-XYZ-987 reed weg.\nContainer\tZegel\nCSQU 305438 3\t4455667\nEn dit is een lange regel die het blad aan het einde heeft afgebroken voor\nAntwerpen met 0470 55 01 27.';
    expect(mentions(text).map(({ sentence }) => text.slice(sentence.start, sentence.end))).toEqual(['De trekker met plaat 1-XYZ-987 reed weg.', 'CSQU 305438 3\t4455667', 'En dit is een lange regel die het blad aan het einde heeft afgebroken voor\nAntwerpen met 0470 55 01 27.']);
  });

  it('passes over what only looks like one', () => {
    for (const text of [
      'Op 03.05.2026 om 12.30.15 uur', 'dossier 0470550127', 'bedrag 0.470.550,12 euro', 'artikel 12-345-67', 'IP 192.168.10.12', 'versie 10.0.19045.3803', 'ISBN 978-90-5018-123-4', 'paragraaf ABC-123 van het verslag',
      'Van 2019-2020 tot 2021-2022', 'coördinaten onbekend', 'de kans is 0,4705 of 12.3456', 'factuurnr. 0470/55.01.27', 'MSKU12', 'AFM-123 en COV-019 zijn codes', '@ 14 uur', 'Hij zei: @daar niet', 'ref. 85073003329', 'A 12 34 56 78 9',
    ]) expect(found(text), text).toEqual([]);
  });

  it('keeps a slip of the pen with its doubt', () => {
    expect(found('rekening BE68 5390 0754 7035')).toEqual(['iban BE68 5390 0754 7035 checkDigit']);
    expect(found('IMO 9074720')).toEqual(['imo 9074720 checkDigit']);
  });

  it('leaves the marks of the sentence out', () => {
    expect(found('(zie https://example.be/a(b)?x=1).')).toEqual(['url https://example.be/a(b)?x=1']);
    expect(found('Schrijf naar a.b@example.be.')).toEqual(['email a.b@example.be']);
    expect(found('Hij belde "+32 470 55 01 27", zei hij.')).toEqual(['phone +32470550127']);
  });

  it('never throws, gives spans in order that do not overlap, and takes time with the length of any text', () => {
    const near = fc.string({ unit: fc.constantFrom(...'0123456789', ...'0123456789', ...' .,-+/()@:\n°', ...'ABEIMNORU', ...'aeimt'), maxLength: 400 });
    fc.assert(fc.property(fc.oneof(near, fc.string({ unit: 'grapheme', maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 300 })), (text) => {
      let end = 0;
      for (const mention of mentions(text)) {
        expect(mention.start).toBeGreaterThanOrEqual(end);
        expect(mention.end).toBeGreaterThan(mention.start);
        expect(mention.sentence.start).toBeLessThanOrEqual(mention.start);
        expect(mention.sentence.end).toBeGreaterThanOrEqual(mention.end);
        end = mention.end;
      }
    }), { numRuns: 300 });
    for (const unit of ['0', '1 ', 'BE68 ', 'tel. ', '@a.', 'A-', '1.1', 'www.', '(', 'IMEI ', '12 12, ']) expectProportion((size) => mentions(`${unit.repeat(size / unit.length)}1`), 60_000, unit);
  });
});

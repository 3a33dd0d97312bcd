import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { captionOf } from '../../../shared/schema/caption';
import { buildCatalogue } from '../../../shared/schema/catalogue';
import { formatProperty, parseProperty } from '../../../shared/schema/choice';
import { spanOf } from '../../../shared/schema/dates';
import { foldHeading } from '../../../shared/schema/heading';
import type { CatalogueData, EntityType, LinkType } from '../../../shared/schema/types';
import { BELGIAN_CONTEXT, LANGUAGES } from '../../../shared/values/kind';
import { shippedTypes } from './shippedTypes';

const names = (text: string) => ({ nl: text, fr: text, de: text, en: text });

const thing: EntityType = {
  id: 'thing', label: names('t'), plural: names('t'), family: 'documents', icon: 'shape', abstract: true,
  properties: [{ id: 'reference', kind: 'text', label: names('r'), identifier: 'reference' }], caption: [['reference']], keyLine: [],
};
const person: EntityType = {
  id: 'person', label: names('p'), plural: names('p'), family: 'people', icon: 'account', extends: 'thing',
  properties: [{ id: 'name', kind: 'name', label: names('n'), headings: ['naam'] }, { id: 'born', kind: 'date', label: names('b') }], caption: [['name']], keyLine: ['born'],
};
const knows: LinkType = { id: 'knows', label: names('k'), reverse: names('k'), directed: false, from: ['person'], to: ['thing'], occurrence: false, properties: [] };
const data = (entityTypes: readonly EntityType[], linkTypes: readonly LinkType[] = []): CatalogueData => ({ entityTypes, linkTypes, schemes: [] });

describe('the types that ship', () => {
  const shipped = shippedTypes();
  const catalogue = buildCatalogue(shipped);

  it('hang together', () => {
    expect(catalogue.entityTypes.length).toBeGreaterThan(30);
    expect(catalogue.linkTypes.length).toBeGreaterThan(25);
    expect(catalogue.schemes.length).toBeGreaterThan(10);
  });

  it('have a glyph each', () => {
    const glyphs = JSON.parse(readFileSync(new URL('../../../resources/icons/glyphs.json', import.meta.url), 'utf8')) as Record<string, string>;
    expect(catalogue.entityTypes.filter((type) => glyphs[type.icon] === undefined).map((type) => type.icon)).toEqual([]);
    expect(Object.entries(glyphs).filter(([name, path]) => !/^[a-z0-9-]+$/.test(name) || !/^M[\d\sA-Za-z.,-]+$/.test(path))).toEqual([]);
  });

  it('repeat no heading within a type', () => {
    for (const type of [...catalogue.entityTypes, ...catalogue.linkTypes]) {
      const headings = type.properties.flatMap((property) => property.headings ?? []);
      expect(headings.filter((heading, at) => headings.indexOf(heading) !== at), type.id).toEqual([]);
    }
  });

  it('extend the common type, so that everything has a reference and a note', () => {
    for (const type of catalogue.entityTypes) {
      expect(catalogue.isA(type.id, 'thing'), type.id).toBe(true);
      expect(catalogue.property(type.id, 'reference')?.identifier, type.id).toBe('reference');
      expect(catalogue.property(type.id, 'note')?.many, type.id).toBe(true);
    }
  });

  it('can be drawn between each other: any two kinds of item by at least one link', () => {
    const concrete = catalogue.entityTypes.filter((type) => type.abstract !== true);
    for (const from of concrete) for (const to of concrete) expect(catalogue.linkTypes.some((link) => catalogue.mayJoin(link.id, from.id, to.id)), `${from.id} ${to.id}`).toBe(true);
  });

  it.each([
    ['called', 'phone', 'phone', true], ['called', 'phone', 'vessel', false], ['paid', 'bankAccount', 'company', true], ['memberOf', 'person', 'group', true], ['suspectIn', 'person', 'seizure', true],
    ['suspectIn', 'seizure', 'person', false], ['consignedTo', 'container', 'company', true], ['owns', 'company', 'vehicle', true], ['livesAt', 'person', 'address', true], ['carries', 'vessel', 'container', true], ['arrivedAt', 'container', 'terminal', true], ['nothing', 'person', 'person', false], ['linked', 'nothing', 'person', false],
  ] as const)('%s from %s to %s: %s', (link, from, to, allowed) => {
    expect(catalogue.mayJoin(link, from, to)).toBe(allowed);
  });

  it('know the columns of supplied files', () => {
    const knows_ = (typeId: string, heading: string): string | undefined => {
      const type = catalogue.entityType(typeId) ?? catalogue.linkType(typeId);
      return type?.properties.find((property) => property.headings?.includes(foldHeading(heading)))?.id;
    };
    expect(knows_('person', 'Naam')).toBe('name');
    expect(knows_('person', 'Geboortedatum')).toBe('birthDate');
    expect(knows_('person', 'INSZ')).toBe('nationalNumber');
    expect(knows_('phone', 'A_NUMBER')).toBe('number');
    expect(knows_('phone', 'B-nummer')).toBe('number');
    expect(knows_('called', 'Duur (sec)')).toBe('duration');
    expect(knows_('called', 'DURATION_S')).toBe('duration');
    expect(knows_('paid', 'Valutadatum')).toBe('date');
    expect(knows_('paid', 'Bedrag')).toBe('amount');
    expect(knows_('bankAccount', 'Tegenrekening')).toBe('number');
    expect(knows_('container', 'Containernr')).toBe('number');
    expect(knows_('vehicle', 'Nummerplaat')).toBe('plate');
    expect(knows_('vessel', 'Schip')).toBe('name');
  });

  it('caption a person by given and family name, with the birth date below', () => {
    const type = catalogue.entityType('person');
    if (type === undefined) throw new Error('no person');
    const values = { givenName: [{ v: 'Driss' }], familyName: [{ v: 'Amellal' }], birthDate: [{ v: '1984-03-14' }] };
    expect(captionOf(type, values, 'nl')).toEqual({ caption: 'Driss Amellal', key: '14-03-1984' });
    expect(captionOf(type, { occupation: [{ v: 'docker' }] }, 'nl')).toEqual({ caption: 'docker', key: '' });
    expect(captionOf(type, { name: [{ v: 'AMELLAL, Driss' }], nationalNumber: [{ v: '85073003328' }] }, 'fr')).toEqual({ caption: 'AMELLAL, Driss', key: '85.07.30-033.28' });
    expect(captionOf(type, {}, 'nl')).toEqual({ caption: '', key: '' });
  });

  it('read and show choices in every language', () => {
    const category = catalogue.property('person', 'category');
    if (category === undefined) throw new Error('no category');
    expect(parseProperty(category, 'Verdachte', BELGIAN_CONTEXT)).toEqual({ v: 'suspect', raw: 'Verdachte' });
    expect(parseProperty(category, 'victime', BELGIAN_CONTEXT)?.v).toBe('victim');
    expect(parseProperty(category, 'suspect', BELGIAN_CONTEXT)).toEqual({ v: 'suspect' });
    expect(parseProperty(category, 'iets', BELGIAN_CONTEXT)).toEqual({ v: 'iets', doubt: 'format' });
    expect(LANGUAGES.map((language) => formatProperty(category, 'witness', language))).toEqual(['Getuige', 'Témoin', 'Zeuge', 'Witness']);
    expect(formatProperty(category, 'constructor', 'nl')).toBe('constructor');
  });

  it('span from the earliest start to the latest end', () => {
    const type = catalogue.entityType('meeting');
    if (type === undefined) throw new Error('no meeting');
    expect(spanOf(type, { start: [{ v: '2026-02-03' }, { v: '2026-02-01' }, { v: '30/02', doubt: 'impossibleDate' }], end: [{ v: '2026-02-04' }] })).toEqual({ start: '2026-02-01', end: '2026-02-04' });
    expect(spanOf({}, {})).toEqual({});
  });
});

describe('a catalogue', () => {
  it('merges inherited properties, own first', () => {
    const catalogue = buildCatalogue(data([thing, person], [knows]));
    expect(catalogue.entityType('person')?.properties.map((property) => property.id)).toEqual(['name', 'born', 'reference']);
    expect(catalogue.entityType('nobody')).toBeUndefined();
    expect(catalogue.property('person', 'toString')).toBeUndefined();
    expect(catalogue.mayJoin('knows', 'thing', 'person')).toBe(true);
  });

  it.each<[string, CatalogueData, RegExp]>([
    ['an empty name', data([{ ...thing, label: { ...names('x'), de: '' } }]), /label\.de/],
    ['two types of one id', data([thing, thing]), /used twice/],
    ['a missing ancestor', data([person]), /extends thing, which does not exist/],
    ['a cycle', data([{ ...thing, extends: 'person' }, person]), /extends itself/],
    ['a caption without property', data([{ ...thing, caption: [['nothing']] }]), /nothing, which is no property/],
    ['dates of another kind', data([thing, { ...person, dates: { start: 'name' } }]), /name is no property of kind date/],
    ['a choice without choices', data([{ ...thing, properties: [...thing.properties, { id: 'c', kind: 'choice', label: names('c') }] }]), /choice without choices/],
    ['an end that does not exist', data([thing], [knows]), /joins person, which does not exist/],
    ['an amount of another kind', data([thing, person], [{ ...knows, amount: 'x' }]), /x is no property of kind money/],
    ['an identifier of two kinds', data([thing, { ...person, properties: [...person.properties, { id: 'p', kind: 'phone', label: names('p'), identifier: 'reference' }] }]), /identifier reference is of kind text/],
    ['a heading with accents', data([{ ...thing, properties: [{ ...thing.properties[0]!, headings: ['Référence'] }] }]), /should be "reference"/],
    ['a heading twice', data([{ ...thing, properties: [{ ...thing.properties[0]!, headings: ['naam'] }] }, person]), /"naam" stands twice/],
  ])('refuses %s', (_, wrong, reason) => {
    expect(() => buildCatalogue(wrong)).toThrow(reason);
  });
});

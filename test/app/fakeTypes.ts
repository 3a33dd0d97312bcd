import type { CatalogueData, Scheme } from '../../shared/schema/types';

const said = (text: string) => ({ nl: text, fr: text, de: text, en: text });

const grading: Scheme = {
  id: 'europol4x4', use: 'grading', label: said('4x4'),
  axes: [
    { id: 'source', label: said('Bron'), codes: [{ code: 'A', label: said('Betrouwbaar'), rank: 0 }, { code: 'B', label: said('Meestal'), rank: 1 }] },
    { id: 'information', label: said('Informatie'), codes: [{ code: '1', label: said('Zeker'), rank: 0 }, { code: '2', label: said('Bekend'), rank: 1 }] },
  ],
};
const handling: Scheme = { id: 'handling', use: 'handling', label: said('Gebruik'), several: true, axes: [{ id: 'handling', label: said('Code'), codes: [{ code: 'H1', label: said('Niet als bewijs'), rank: 1 }] }] };
const marking: Scheme = { id: 'marking', use: 'marking', label: said('Merking'), axes: [{ id: 'marking', label: said('Merking'), codes: [{ code: 'restricted', label: said('Beperkt'), rank: 1 }] }] };

/** A few invented types, enough for the page's tests. */
export const FAKE_TYPES: CatalogueData = {
  entityTypes: [
    {
      id: 'person', label: said('Persoon'), plural: said('Personen'), family: 'people', icon: 'account', caption: [['name']], keyLine: ['birthDate'],
      properties: [
        { id: 'name', kind: 'name', label: said('Naam'), featured: true },
        { id: 'birthDate', kind: 'date', label: said('Geboortedatum'), featured: true },
      ],
    },
    { id: 'phone', label: said('Telefoon'), plural: said('Telefoons'), family: 'communication', icon: 'phone', caption: [['number']], keyLine: [], properties: [{ id: 'number', kind: 'phone', label: said('Nummer'), identifier: 'phone', featured: true }] },
  ],
  linkTypes: [
    { id: 'uses', label: said('gebruikt'), reverse: said('gebruikt door'), directed: true, from: ['person'], to: ['phone'], occurrence: false, properties: [] },
  ],
  schemes: [grading, handling, marking],
};

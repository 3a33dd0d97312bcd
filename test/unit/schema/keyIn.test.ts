import { describe, expect, it } from 'vitest';
import { captionOf, CASE_LANGUAGE, keyIn } from '../../../shared/schema/caption';
import type { EntityType } from '../../../shared/schema/types';
import { LANGUAGES } from '../../../shared/values/kind';

const name = (text: string) => ({ nl: text, fr: text, de: text, en: text });
const property = (id: string, kind: 'name' | 'date' | 'money' | 'text') => ({ id, kind, label: name(id) });
const type = {
  id: 'payment', label: name('payment'), plural: name('payments'), family: 'money', icon: '', caption: [['name']], keyLine: ['born', 'amount', 'place'],
  properties: [property('name', 'name'), property('born', 'date'), property('amount', 'money'), property('place', 'text')],
} as unknown as EntityType;

describe('keyIn', () => {
  it.each([['born', '1984-03-14'], ['born', '1984'], ['amount', '184300.00 EUR'], ['place', 'Kaai 1742']])('writes %s %s as a reader of each language does', (id, v) => {
    const said = { name: [{ v: 'Driss' }], [id]: [{ v }] };
    for (const language of LANGUAGES) expect(keyIn(type, captionOf(type, said, CASE_LANGUAGE).key, language)).toBe(captionOf(type, said, language).key);
  });

  it('leaves what is none of its properties', () => {
    expect(keyIn(type, '31-02-1984', 'en')).toBe('31-02-1984');
    expect(keyIn(type, '', 'en')).toBe('');
  });
});

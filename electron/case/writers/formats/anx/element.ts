import type { Told } from '../../../importers/formats/anx/ownItem';
import { xmlText } from '../../xmlText';

/** An element; attributes that are null or undefined are left out. */
export function element(name: string, attributes: Readonly<Record<string, string | number | boolean | null | undefined>>, children: readonly (Told | null)[] = []): Told {
  const said = Object.entries(attributes).filter(([, value]) => value !== null && value !== undefined).map(([key, value]) => [key, String(value)]);
  return { name, attributes: Object.fromEntries(said) as Record<string, string>, children: children.filter((child) => child !== null) };
}

const SPECIAL = /[&<>"\u0000-\u001f\ud800-\udfff\ufffe\uffff]/;

/** Most texts hold nothing special, and a look is cheaper than the search for each kind of it. */
const written = (text: string): string => (SPECIAL.test(text) ? xmlText(text) : text);

/** As text; `more` is put as it is before the end of the outermost element. */
export function elementText({ name, attributes, children }: Told, more = ''): string {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${written(value)}"`).join('');
  const inner = children.map((child) => elementText(child)).join('') + more;
  return inner === '' ? `<${name}${said}/>` : `<${name}${said}>${inner}</${name}>`;
}

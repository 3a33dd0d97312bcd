import { childOf, childrenOf, within } from '../../records/elements';
import type { Element } from '../../records/elements';
import { Grades } from './grades';
import { OWN_CLASS } from './ownItem';

export interface NamedKind {
  readonly name: string;
  readonly icon: string;
  readonly colour: string;
  /** Id of what it means in the library of meanings; '' when none is given. */
  readonly meaning: string;
}

export interface AttributeClass {
  readonly name: string;
  /** AttText, AttNumber, AttFlag, AttTime. */
  readonly type: string;
  readonly prefix: string;
  readonly suffix: string;
}

export interface Strength {
  readonly name: string;
  readonly dots: string;
}

/** Elements that define what chart items refer to. */
export const DEFINING: readonly string[] = ['Strength', 'EntityType', 'LinkType', 'AttributeClass', 'GradeOne', 'GradeTwo', 'GradeThree', 'Type', 'CustomImage', 'Summary', 'LegendDefinition', 'Snapshot'];
/** Meanings and pictures are few in a real chart; a file with more is not read for them. */
const MOST = 50_000;
const MOST_PICTURES = 32 * 1024 * 1024;
const MOST_NOTES = 10_000;

/** What a chart defines beside its items: types, classes, strengths, grades, meanings, pictures, and the texts about the chart itself. */
export class Definitions {
  readonly grades = new Grades();
  /** By id and by name: items refer by either. */
  readonly strengths = new Map<string, Strength>();
  readonly entityTypes = new Map<string, NamedKind>();
  readonly linkTypes = new Map<string, NamedKind>();
  readonly attributeClasses = new Map<string, AttributeClass>();
  /** Library of meanings: id to name and the meaning that it is a kind of. */
  readonly meanings = new Map<string, { readonly name: string; readonly parent: string }>();
  /** Base64 text of pictures by the name that items use. */
  readonly pictures = new Map<string, string>();
  /** Title, subject, author, legend …: one line each. */
  readonly notes: string[] = [];
  /** Knoop wrote the chart, whatever program saved it since. */
  own = false;
  private held = 0;

  add(element: Element): void {
    const { attributes } = element;
    if (element.name === 'Strength') this.keep(this.strengths, attributes, { name: attributes.Name ?? '', dots: attributes.DotStyle ?? '' });
    else if (element.name === 'EntityType' || element.name === 'LinkType') {
      this.keep(element.name === 'EntityType' ? this.entityTypes : this.linkTypes, attributes, { name: attributes.Name ?? '', icon: attributes.IconFile ?? '', colour: attributes.IconShadingColour ?? attributes.Colour ?? '', meaning: attributes.SemanticTypeGuid ?? '' });
    } else if (element.name === 'AttributeClass') this.keep(this.attributeClasses, attributes, { name: attributes.Name ?? '', type: attributes.Type ?? 'AttText', prefix: attributes.Prefix ?? '', suffix: attributes.Suffix ?? '' });
    else if (element.name === 'Type') this.addMeaning(element);
    else if (element.name === 'CustomImage') this.addPicture(element);
    else if (element.name === 'Summary') this.addSummary(element);
    else if (element.name === 'LegendDefinition') for (const item of childrenOf(element, 'LegendItem')) this.note(item.attributes.Label);
    else if (element.name === 'Snapshot') this.note([attributes.Name, attributes.Description].filter((text) => text !== undefined && text !== '').join(': '));
    else this.grades.add(element.name, childrenOf(childOf(element, 'StringCollection') ?? element, 'String').map((text) => text.attributes.Text ?? text.text));
  }

  /** Names of what a meaning is, nearest first. Stops at a circle. */
  meaningsOf(id: string): readonly string[] {
    const names: string[] = [];
    for (let at = this.meanings.get(id), steps = 0; at !== undefined && steps < 50; at = this.meanings.get(at.parent), steps += 1) names.push(at.name);
    return names;
  }

  private keep<T>(into: Map<string, T>, { Id: id, Name: name }: Readonly<Record<string, string>>, value: T): void {
    if (into.size >= MOST) return;
    if (id !== undefined && id !== '' && !into.has(`#${id}`)) into.set(`#${id}`, value);
    if (name !== undefined && name !== '' && !into.has(name)) into.set(name, value);
  }

  private addMeaning(element: Element): void {
    const id = element.attributes.tGUID ?? '';
    if (id === '' || this.meanings.size >= MOST) return;
    this.meanings.set(id, { name: (childOf(element, 'TypeName')?.text ?? element.attributes.TypeName ?? '').trim(), parent: element.attributes.kindOf ?? '' });
  }

  private addPicture({ attributes, text }: Element): void {
    const data = attributes.Data ?? text;
    // The id is "name,Screen,Icon".
    const name = (attributes.Id ?? attributes.Name ?? '').split(',')[0]?.trim() ?? '';
    if (name === '' || this.held + data.length > MOST_PICTURES) return;
    this.held += data.length;
    this.pictures.set(name, data);
  }

  private addSummary(element: Element): void {
    for (const inner of within(element)) {
      const { attributes } = inner;
      if (inner.name === 'Field') this.note(`${(attributes.Type ?? '').replace(/^SummaryField/, '')}: ${attributes.Field ?? inner.text}`);
      if (inner.name === 'CustomProperty' && attributes.Name === OWN_CLASS) this.own = true;
      else if (inner.name === 'CustomProperty') this.note(`${attributes.Name ?? ''}: ${attributes.Value ?? inner.text}`);
      if (inner.name === 'Origin') for (const [name, text] of Object.entries(attributes)) if (/Created|Author|LastSaved|Printed/.test(name)) this.note(`${name}: ${text}`);
    }
  }

  private note(text: string | undefined): void {
    const line = (text ?? '').trim();
    if (line !== '' && !line.endsWith(':') && this.notes.length < MOST_NOTES && !this.notes.includes(line)) this.notes.push(line.slice(0, 10_000));
  }
}

/** What an attribute pair refers to: by id first, else by name. */
export function referred<T>(from: ReadonlyMap<string, T>, reference: string | undefined, name: string | undefined): T | undefined {
  return (reference === undefined ? undefined : (from.get(`#${reference}`) ?? from.get(reference))) ?? (name === undefined ? undefined : from.get(name));
}

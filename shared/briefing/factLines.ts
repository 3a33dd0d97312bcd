import { formatProperty } from '../schema/choice';
import type { PropertyType } from '../schema/types';
import { partConflicts } from '../analysis/contradiction';
import type { CitedText } from './document';
import { dateText } from './moment';
import type { GatheredStatement } from './gathered';
import type { Scene, SceneEntity } from './scene';
import type { Fact, Subject } from './subject';

const NO_BREAKS = /\s*\n\s*/g;

function shown(property: PropertyType, fact: Fact, { language, words }: Scene): string {
  const text = (property.kind === 'date' ? dateText(fact.value.v, language) : formatProperty(property, fact.value.v, language)).replace(NO_BREAKS, ' ');
  return fact.value.doubt === undefined ? text : words('doubted', { value: text });
}

/** One line per set of sources: values that the same sources give stand together. */
function linesOf(property: PropertyType, facts: readonly Fact[], scene: Scene, label: (values: string) => string, emphasis: CitedText['emphasis']): CitedText[] {
  const bySources = new Map<string, { values: string[]; sources: readonly number[] }>();
  for (const fact of facts) {
    const key = fact.sources.join(' ');
    const known = bySources.get(key);
    if (known) known.values.push(shown(property, fact, scene));
    else bySources.set(key, { values: [shown(property, fact, scene)], sources: fact.sources });
  }
  return [...bySources.values()].map(({ values, sources }) => ({ text: label(values.join(', ')), sources: [...sources], emphasis }));
}

/** What sources say of one property, one cited line per set of sources; what stands against it is named as such. Without `named` only values are said, for a column of its own. */
export function propertyLines(property: PropertyType, subject: Subject, scene: Scene, named = true): CitedText[] {
  const facts = subject.facts[property.id] ?? [];
  if (facts.length === 0) return [];
  const { held, against } = partConflicts(property, facts);
  const name = property.label[scene.language];
  return [
    ...linesOf(property, held, scene, (values) => (named ? scene.words('fact', { property: name, values }) : values), 'plain'),
    ...linesOf(property, against, scene, (values) => scene.words('against', { property: name, values }), 'conflict'),
  ];
}

/**
 * Lines for all properties but those that are left out. What the caption says is not said again.
 * `order` puts some properties first: lower comes first.
 */
export function factLines(properties: readonly PropertyType[], subject: Subject, caption: string, scene: Scene, order: (property: PropertyType) => number = () => 0): CitedText[] {
  return properties
    .map((property, index) => ({ property, index }))
    .sort((a, b) => order(a.property) - order(b.property) || a.index - b.index)
    .flatMap(({ property }) => (saidByCaption(property, subject, caption, scene) ? [] : propertyLines(property, subject, scene)));
}

/** Whether the caption, which has its own source numbers, leaves nothing of a property to be said: the whole of it, or a part of a name. */
function saidByCaption(property: PropertyType, subject: Subject, caption: string, { language }: Scene): boolean {
  const [only, ...more] = subject.facts[property.id] ?? [];
  if (only === undefined || more.length > 0 || only.value.doubt !== undefined) return false;
  const text = formatProperty(property, only.value.v, language);
  return text === caption || (property.kind === 'name' && caption.includes(text));
}

/** The sources behind an item's caption: of the first value of each property whose text is part of it. */
export function captionSources(properties: readonly PropertyType[], subject: Subject, caption: string, scene: Scene): number[] {
  const numbers = new Set<number>();
  for (const property of properties) {
    const fact = subject.facts[property.id]?.[0];
    if (fact === undefined) continue;
    const text = formatProperty(property, fact.value.v, scene.language).replace(NO_BREAKS, ' ');
    if (text !== '' && caption.includes(text)) for (const number of fact.sources) numbers.add(number);
  }
  return numbers.size > 0 ? [...numbers].sort((a, b) => a - b) : [...subject.sources];
}

/** The statements behind an item's name: those that say the first value of a property whose text is part of it; all of them where none does. */
export function captionStatements({ type, subject, caption }: SceneEntity, scene: Scene): readonly GatheredStatement[] {
  const named = type.properties.flatMap((property) => {
    const v = subject.facts[property.id]?.[0]?.value.v;
    const text = v === undefined ? '' : formatProperty(property, v, scene.language).replace(NO_BREAKS, ' ');
    return v !== undefined && text !== '' && caption.includes(text) ? [{ id: property.id, v }] : [];
  });
  const said = subject.statements.filter((statement) => named.some(({ id, v }) => statement.values[id]?.some((value) => value.v === v) === true));
  return said.length > 0 ? said : subject.statements;
}

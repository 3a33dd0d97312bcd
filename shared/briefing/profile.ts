import type { Id } from '../model/ids';
import { CATEGORY, categoryLines, isMinor, MINOR } from './category';
import { column, strong, tableOf, type ComposeContext, type Row, type UnnumberedTable } from './context';
import type { Block } from './document';
import { pictureOf } from './exhibits';
import { captionStatements, propertyLines } from './factLines';
import { linkTableOf } from './links';
import { isPerson, personOrder } from './persons';
import type { SceneEntity, SceneLink } from './scene';
import { supportLines } from './support';
import { timelineBlock } from './timeline';

/** Part of a profile, and whom it shows. */
export interface ProfilePart {
  readonly block: Block | UnnumberedTable | Omit<Extract<Block, { kind: 'timeline' }>, 'number' | 'label'>;
  readonly about: readonly Id[];
}

/** A picture of the case that a document linked to this entity came from. */
function portrait(entity: SceneEntity, links: readonly SceneLink[], context: ComposeContext): Extract<Block, { kind: 'picture' }> | null {
  for (const { from, to } of links) {
    const other = from.id === entity.id ? to : from;
    if (other.type.family !== 'documents') continue;
    for (const { source } of other.subject.statements) {
      const exhibit = context.exhibits.get(source);
      const picture = exhibit === undefined ? null : pictureOf(exhibit, context.scene.words('portraitCaption', { name: entity.caption, document: other.caption }), context);
      if (picture !== null) return { ...picture, marks: [...new Set([...(picture.marks ?? []), ...context.ledger.enter(captionStatements(other, context.scene))])] };
    }
  }
  return null;
}

/** Facts one property to a row, a person's category always among them. */
function factTable(entity: SceneEntity, context: ComposeContext): UnnumberedTable {
  const { scene } = context;
  const { words, language } = scene;
  const { type, subject, caption } = entity;
  const person = isPerson(type);
  const order = type.properties.map((property, index) => ({ property, index })).sort((a, b) => (person ? personOrder(a.property) - personOrder(b.property) : 0) || a.index - b.index);
  const rows: Row[] = [];
  if (person) {
    const birth = type.properties.find((property) => property.match === 'birthDate')?.id ?? '';
    const decisive = [CATEGORY, MINOR, ...(isMinor(entity, context.material.at) ? [birth] : [])];
    const said = subject.statements.filter((statement) => decisive.some((property) => statement.values[property] !== undefined));
    rows.push({ cells: [[strong(words('columnCategory'))], categoryLines(entity, context), supportLines(said, context)], statements: said });
  }
  for (const { property } of order) {
    if (person && (property.id === CATEGORY || property.id === MINOR)) continue;
    const lines = propertyLines(property, subject, scene, false);
    if (lines.length === 0) continue;
    const said = subject.statements.filter((statement) => statement.values[property.id] !== undefined);
    rows.push({ cells: [[strong(property.label[language])], lines, supportLines(said, context)], statements: said });
  }
  return tableOf(words('profileCaption', { type: type.label[language], name: caption }), [column(words('columnProperty')), column(words('columnData'), 'wide'), column(words('columnSupport'))], rows, context);
}

/** Everything of one person or thing: portrait, facts with sources, links, own timeline. Empty when nothing of it may be shown. */
export function profileParts(id: Id, context: ComposeContext): readonly ProfilePart[] {
  const entity = context.scene.entities.get(id);
  if (entity === undefined) return [];
  const links = [...context.scene.links.values()].filter((link) => link.from.id === id || link.to.id === id);
  const others = [...new Map(links.flatMap(({ from, to }) => [from, to]).filter((end) => end.id !== id).map((end) => [end.id, end])).values()];
  const picture = portrait(entity, links, context);
  const table = linkTableOf(entity, links, context);
  const timeline = timelineBlock([entity, ...others], links, context);
  return [
    ...(picture === null ? [] : [{ block: picture, about: [id] }]),
    { block: factTable(entity, context), about: [id] },
    ...(table === null ? [] : [{ block: table, about: [id, ...others.map((other) => other.id)] }]),
    ...(timeline === null ? [] : [{ block: timeline.block, about: timeline.about.map((each) => each.id) }]),
  ];
}

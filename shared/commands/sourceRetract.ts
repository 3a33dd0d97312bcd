import type { CommandArguments } from './arguments';
import type { Plan, PlanContext } from './context';
import { remove } from './image';
import { Refusal } from './refusal';

/** Retracts a source with everything that it alone says; what others say as well stays. */
export function planSourceRetract({ reader }: PlanContext, { id }: CommandArguments<'source.retract'>): Plan {
  if (!reader.hasSource(id)) throw new Refusal('sourceNotFound');
  const { statements, entities, links } = reader.sourceContent(id);
  return {
    patch: {
      add: {},
      retract: { source: [id], statement: statements, entity: entities, link: links },
      images: reader.itemsOf([...entities, ...links]).map((item) => remove(reader, 'chart_item', [item.chart, item.subject])),
    },
    label: { statements: statements.length, entities: entities.length, links: links.length },
  };
}

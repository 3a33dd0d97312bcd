import type { CommandArguments } from './arguments';
import type { Plan, PlanContext } from './context';
import { remove } from './image';
import { Refusal } from './refusal';

/** Retracts entities and links with all that was said of them, links that lose an end as well, and takes them off every chart. */
export function planSubjectDelete({ reader }: PlanContext, args: CommandArguments<'subject.delete'>): Plan {
  const entities = [...new Set(args.entities)];
  if (entities.some((id) => !reader.entity(id)) || args.links.some((id) => !reader.link(id))) throw new Refusal('subjectNotFound');
  const links = [...new Set([...args.links, ...reader.linksOf(entities)])];
  const gone = [...entities, ...links];
  return {
    patch: {
      add: {},
      retract: { entity: entities, link: links, statement: reader.statementsOf(gone) },
      images: reader.itemsOf(gone).map((item) => remove(reader, 'chart_item', [item.chart, item.subject])),
    },
    label: { entities: entities.length, links: links.length },
  };
}

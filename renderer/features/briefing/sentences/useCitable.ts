import { useQuery } from '@tanstack/react-query';
import { openCaseClient } from '../../../actions/execute';
import { useCase } from '../../../case/queries';
import type { CitedStatement } from '../../../../shared/contract/briefings';

/** Entities and links whose statements are offered at once; what is selected beyond that is said to be left out. */
export const MOST_SUBJECTS = 25;
/** Links of one folded line that are looked at. */
const MOST_FOLDED = 10;
const MOST_STATEMENTS = 400;

export interface Citable {
  /** Live statements, by the subject that they are about. */
  readonly subjects: readonly { readonly id: string; readonly caption: string; readonly statements: readonly CitedStatement[] }[];
  readonly loading: boolean;
  /** Subjects that were not looked at. */
  readonly left: number;
}

/** The statements that can be cited of some entities and lines ("type|from|to" for a folded one). */
export function useCitable(entities: readonly string[], lines: readonly string[]): Citable {
  const asked = [...entities, ...lines];
  const { data: ids = [], isLoading } = useQuery({
    queryKey: ['case', 'briefing.citable', asked.slice(0, MOST_SUBJECTS)],
    queryFn: async () => {
      const client = openCaseClient();
      const subjects = await Promise.all(asked.slice(0, MOST_SUBJECTS).map(async (id) => (id.includes('|') ? (await client['case.links']({ fold: id, limit: MOST_FOLDED })).links.map((link) => link.id) : [id])));
      const views = await Promise.all(subjects.flat().map((id) => client['case.subject']({ id })));
      return views.flatMap((view) => view.statements.map((each) => each.id)).slice(0, MOST_STATEMENTS);
    },
    enabled: asked.length > 0,
  });
  const statements = useCase('case.statements', { ids }, ids.length > 0);
  const known = new Map((ids.length === 0 ? [] : (statements.data ?? [])).map((each) => [each.id, each]));
  const subjects = new Map<string, { id: string; caption: string; statements: CitedStatement[] }>();
  for (const id of ids) {
    const statement = known.get(id);
    if (!statement || statement.retracted) continue;
    const group = subjects.get(statement.subject) ?? { id: statement.subject, caption: statement.caption, statements: [] };
    group.statements.push(statement);
    subjects.set(statement.subject, group);
  }
  return { subjects: [...subjects.values()], loading: asked.length > 0 && (isLoading || (ids.length > 0 && statements.isLoading)), left: Math.max(0, asked.length - MOST_SUBJECTS) };
}

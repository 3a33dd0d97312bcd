import type { CitedText } from './document';
import type { ComposeContext } from './context';
import type { GatheredStatement } from './gathered';

/** A statement's grading, with a mark where it is somebody's assessment and not a fact. */
export function gradeText({ grading, basis }: Pick<GatheredStatement, 'grading' | 'basis'>, { scene: { words } }: ComposeContext): string {
  const grade = grading === '' ? words('ungraded') : grading;
  return basis === 'assessment' ? words('gradeOfAssessment', { grade }) : grade;
}

/**
 * What a row rests on: one line per grading and basis, each with the days on which its sources were received and with their numbers, so that of every assertion
 * can be seen how good it is, since when it is known, and whether it is a fact (Directive 2016/680 art. 7). The best graded come first.
 */
export function supportLines(statements: readonly GatheredStatement[], context: ComposeContext): CitedText[] {
  const { scene: { numbers }, receivedAt, receivedOn } = context;
  const groups = new Map<string, { first: GatheredStatement; sources: Set<string> }>();
  for (const statement of statements) {
    const key = `${statement.grading}|${statement.basis}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { first: statement, sources: new Set([statement.source]) });
    else group.sources.add(statement.source);
  }
  return [...groups.values()]
    .sort((a, b) => a.first.gradingWeight - b.first.gradingWeight || (a.first.basis < b.first.basis ? 1 : -1))
    .map(({ first, sources }) => {
      const inOrder = [...sources].sort((a, b) => (receivedAt(a) < receivedAt(b) ? -1 : 1));
      const days = [...new Set([inOrder[0] ?? '', inOrder.at(-1) ?? ''].map(receivedOn))].filter((day) => day !== '');
      return { text: [gradeText(first, context), days.join('\u2009–\u2009')].filter((part) => part !== '').join(' · '), sources: [...sources].map(numbers.of).sort((a, b) => a - b), emphasis: 'plain' };
    });
}

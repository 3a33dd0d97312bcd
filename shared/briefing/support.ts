import type { CitedText } from './document';
import type { ComposeContext } from './context';
import { momentText } from './moment';
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
  const { scene: { numbers, language }, material } = context;
  const groups = new Map<string, { first: GatheredStatement; sources: Set<string> }>();
  for (const statement of statements) {
    const key = `${statement.grading}|${statement.basis}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { first: statement, sources: new Set([statement.source]) });
    else group.sources.add(statement.source);
  }
  const received = new Map(material.sources.map((source) => [source.id, source.receivedAt]));
  return [...groups.values()]
    .sort((a, b) => a.first.gradingWeight - b.first.gradingWeight || (a.first.basis < b.first.basis ? 1 : -1))
    .map(({ first, sources }) => {
      const times = [...sources].map((source) => received.get(source) ?? '').sort();
      const days = [...new Set([times[0] ?? '', times.at(-1) ?? ''].map((time) => momentText(time, language, 'day')))].filter((day) => day !== '');
      return { text: [gradeText(first, context), days.join('\u2009–\u2009')].filter((part) => part !== '').join(' · '), sources: [...sources].map(numbers.of).sort((a, b) => a - b), emphasis: 'plain' };
    });
}

import writing from '../../../../../resources/vocabularies/i2Writing.json';
import { markedText } from '../../../importers/formats/anx/ownCard';
import type { Told } from '../../../importers/formats/anx/ownItem';
import type { Language } from '../../../../../shared/values/kind';
import type { OutgoingStatement } from '../../outgoing';
import { element } from './element';
import type { ChartGrades } from './grades';
import { chartMoment } from './moment';
import { oneLine, shortened } from './values';

const LONGEST = 30_000;

/** One statement as a card: what it says line by line, its source, date and grades. `start`: canonical date of what it tells, where it tells one. */
export function cardOf({ source, supplier, place, grading, handling, basis }: OutgoingStatement, said: readonly string[], start: string | undefined, grades: ChartGrades, language: Language): Told {
  const graded = grades.gradingText(grading);
  const handled = grades.handlingText(handling);
  const text = shortened([...said, ...(basis === 'assessment' ? [writing.assessment[language]] : []), ...(graded === '' ? [] : [`${writing.grading[language]}: ${graded}`]), ...(handled === '' ? [] : [`${writing.handling[language]}: ${handled}`])].join('\n'), LONGEST);
  const moment = start === undefined ? null : chartMoment(start);
  const reference = shortened(oneLine([source, place].filter((part) => part !== '').join(', ')));
  const hint = shortened(oneLine(supplier));
  return element('Card', {
    Summary: shortened(oneLine(source === '' ? (said[0] ?? '') : source)), DateSet: moment !== null, TimeSet: moment?.timed ?? false, DateTime: moment === null ? null : `${moment.text}.000`,
    ...grades.indexes(grading, handling), SourceReference: reference === '' ? null : reference, SourceType: hint === '' ? null : hint, Text: markedText(text),
  }, [moment?.universal === true ? element('TimeZone', { UniqueID: 1, Name: 'UTC' }) : null]);
}

import type { TFunction } from 'i18next';
import type { Pace } from '../../actions/pace';
import { formatCount } from '../../ui/language';
import type { Language } from '../../../shared/values/kind';

/** How fast it goes and how long the step still takes: "12 400 rows a second · about 40 s left". Empty until that can be told. */
export function paceText(t: TFunction, pace: Pace | null, unit: 'row' | 'record', language: Language): string {
  if (pace === null) return '';
  const rate = pace.rate > 0 ? t(`import:${unit === 'row' ? 'rate' : 'rateRecords'}`, { rate: formatCount(pace.rate, language) }) : '';
  const left = pace.left === null ? '' : pace.left < 90 ? t('import:secondsLeft', { seconds: Math.max(1, pace.left) }) : t('import:minutesLeft', { minutes: formatCount(Math.round(pace.left / 60), language) });
  return [rate, left].filter(Boolean).join(' · ');
}

import type { TFunction } from 'i18next';
import { Failure } from '../../shared/contract';

/** The sentence for a failure: what happened, what was kept, what to do. What is no Failure is said as "internal". */
export function failureText(t: TFunction, error: unknown): string {
  const failure = error instanceof Failure ? error : new Failure('internal');
  return t(`failures:${failure.code}`, { file: t('failures:theFile'), ...failure.details });
}

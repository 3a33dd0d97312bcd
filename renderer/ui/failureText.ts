import type { TFunction } from 'i18next';
import { Failure } from '../../shared/contract';

/** The sentence for a failure: what happened, what was kept, what to do. What is no Failure is said as "internal". `values` name what the failure could not: the case process knows no file's name. */
export function failureText(t: TFunction, error: unknown, values: Readonly<Record<string, string>> = {}): string {
  const failure = error instanceof Failure ? error : new Failure('internal');
  return t(`failures:${failure.code}`, { file: t('failures:theFile'), ...values, ...failure.details });
}

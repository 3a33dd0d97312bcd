import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { NetworkOptions } from '../../../shared/contract/network';
import { useTypes } from '../../case/types';
import { useLanguage } from '../../ui/language';

/** All conditions of a question about the network in words, so that somebody else can ask the same. */
export function useOptionWords(): (options: NetworkOptions) => readonly string[] {
  const { t } = useTranslation('network');
  const types = useTypes();
  const language = useLanguage();
  return useCallback((options: NetworkOptions) => {
    const named = (ids: readonly string[] | undefined): string => (ids ?? []).map((id) => types.label(id, language)).join(', ');
    return [
      t(`followings.${options.following}`), t(`weights.${options.weight}`),
      ...(options.strength ? [t(`strengths.${options.strength}`)] : []),
      ...(options.grading ? [t('gradedAtLeast', { text: options.grading.least })] : []),
      ...(options.linkTypes?.length ? [t('onlyLinks', { names: named(options.linkTypes) })] : []),
      ...(options.withoutTypes?.length ? [t('withoutNamed', { names: named(options.withoutTypes) })] : []),
      ...(options.withoutEntityTypes?.length ? [t('withoutNamed', { names: named(options.withoutEntityTypes) })] : []),
      ...(options.withoutEntities?.length ? [t('withoutItems', { count: options.withoutEntities.length })] : []),
      ...(options.from || options.until ? [t('period', { from: options.from ?? '…', until: options.until ?? '…' })] : []),
    ];
  }, [t, types, language]);
}

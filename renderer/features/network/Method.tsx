import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { NetworkOptions } from '../../../shared/contract/network';
import { useCase } from '../../case/queries';
import { useOptionWords } from './optionWords';

/** How a result came about, so that somebody else can repeat it. */
export function Method({ lines, options, seq }: { lines: readonly string[]; options: NetworkOptions; seq?: number }): ReactElement {
  const { t } = useTranslation('network');
  const { data } = useCase('case.info', {});
  const words = useOptionWords();
  const stale = seq !== undefined && data !== undefined && data.seq > seq;
  return (
    <details className="network__method">
      <summary>{t('methodHead')}</summary>
      {lines.map((line) => <p key={line}>{line}</p>)}
      <p>{words(options).join(' · ')}</p>
      {seq === undefined ? null : <p className="figures">{t('asOf', { seq })}{stale ? ` · ${t('stale')}` : ''}</p>}
    </details>
  );
}

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyCaps } from '../../ui/KeyCaps';

const KEYS = [['J', 'next'], ['K', 'previous'], ['S', 'same'], ['D', 'different'], ['U', 'unsure'], ['E', 'chart'], ['Enter', 'reason'], ['Ctrl+Z', 'undo']] as const;

/** The keys of the panel, at its foot. */
export function KeyLine(): ReactElement {
  const { t } = useTranslation('judging');
  return <span className="key-line">{KEYS.map(([key, what]) => <span key={key}><KeyCaps shortcut={key} /> {t(`key.${what}`)}</span>)}</span>;
}

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/** Says a shortcut in the user's language: "Ctrl + Umschalt + Z". */
export function useShortcutText(): (shortcut: string) => string {
  const { t } = useTranslation('help');
  return (shortcut) => {
    const parts = shortcut.endsWith('+') ? [...shortcut.slice(0, -1).split('+').filter(Boolean), '+'] : shortcut.split('+');
    return parts.map((part) => t(`key.${part}`, { defaultValue: part })).join('+');
  };
}

/** A shortcut as it stands on the keys. */
export function KeyCaps({ shortcut }: { shortcut: string }): ReactElement {
  const text = useShortcutText();
  return <kbd className="keys">{text(shortcut)}</kbd>;
}

import { Classes } from '@blueprintjs/core';
import { useEffect } from 'react';
import { useSession } from '../actions/session';
import { speakLanguage } from './translations';

/** Whether the window is dark now: as set, or as the system is. */
export function useDark(): boolean {
  return useSession(({ settings, systemDark }) => (settings?.theme === 'dark') || (settings?.theme !== 'light' && systemDark));
}

/** Keeps theme and language of the whole document equal to the settings; on the body, so that dialogs follow too. */
export function useAppearance(): void {
  const dark = useDark();
  const language = useSession((state) => state.settings?.language);
  useEffect(() => {
    document.body.classList.toggle(Classes.DARK, dark);
    document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
  }, [dark]);
  useEffect(() => {
    if (language) void speakLanguage(language);
  }, [language]);
}

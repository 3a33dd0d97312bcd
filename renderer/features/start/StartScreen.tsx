import { Button } from '@blueprintjs/core';
import { mdiFolderOpenOutline, mdiFolderPlusOutline, mdiGraphOutline } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseAndOpenCase } from '../../actions/caseActions';
import { changeSession, useSession } from '../../actions/session';
import { Glyph } from '../../ui/Glyph';
import { RecentCases } from './RecentCases';
import './start.css';

/** What people meet first: the name, three ways to begin, and the cases they worked on last. */
export function StartScreen(): ReactElement {
  const { t } = useTranslation('start');
  const version = useSession((state) => state.version);
  const offered = useSession((state) => state.settings?.sampleOffered ?? false);
  const anyRecent = useSession((state) => state.recent.length > 0);
  return (
    <main className="start">
      <header className="start__head">
        <Glyph path={mdiGraphOutline} size={40} />
        <div>
          <h1>{t('name')}</h1>
          <p>{t('what')}</p>
        </div>
        <Button variant="minimal" className="start__settings" text={t('settings')} onClick={() => changeSession({ dialog: 'settings' })} />
      </header>
      <section className="start__ways" aria-label={t('ways')}>
        <Way icon={mdiFolderPlusOutline} title={t('newCase')} hint={t('newCaseHint')} primary={offered || anyRecent} onClick={() => changeSession({ dialog: 'newCase' })} />
        <Way icon={mdiFolderOpenOutline} title={t('openCase')} hint={t('openCaseHint')} onClick={() => void chooseAndOpenCase()} />
        <Way icon={mdiGraphOutline} title={t('sample')} hint={t('sampleHint')} primary={!offered && !anyRecent} onClick={() => changeSession({ dialog: 'sample' })} />
      </section>
      <RecentCases />
      <footer className="start__foot">{t('version', { version })}</footer>
    </main>
  );
}

function Way({ icon, title, hint, primary, onClick }: { icon: string; title: string; hint: string; primary?: boolean; onClick: () => void }): ReactElement {
  return (
    <button type="button" className={`start__way ${primary ? 'start__way--primary' : ''}`} onClick={onClick}>
      <Glyph path={icon} size={24} />
      <span className="start__way-title">{title}</span>
      <span className="start__way-hint">{hint}</span>
    </button>
  );
}

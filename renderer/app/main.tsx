import { createRoot } from 'react-dom/client';
import { FocusStyleManager } from '@blueprintjs/core';
import '@blueprintjs/core/lib/css/blueprint.css';
import '@blueprintjs/select/lib/css/blueprint-select.css';
import 'dockview-react/dist/styles/dockview.css';
import './fonts.css';
import './theme.css';
import './controls.css';
import './evaluation.css';
import { appClient } from '../ipc/app';
import { startCaseConnection } from '../ipc/caseConnection';
import { changeSession } from '../actions/session';
import { App } from './App';
import { startTranslations } from './translations';

const place = document.getElementById('root');
if (place) {
  FocusStyleManager.onlyShowFocusOnTabs();
  startCaseConnection();
  const state = await appClient['app.state']({});
  document.documentElement.lang = state.settings.language;
  await startTranslations(state.settings.language);
  changeSession({ settings: state.settings, version: state.version, defaultFolder: state.defaultFolder, recent: state.recent, open: state.open, systemDark: state.systemDark });
  createRoot(place).render(<App />);
}

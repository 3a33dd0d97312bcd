import type { ReactElement } from 'react';
import { AskPartnerDialog } from './AskPartnerDialog';
import { CompareDialog } from './CompareDialog';
import { OpenExchangedDialog } from './OpenExchangedDialog';

/** All dialogs about other services: a file can be dropped on the window whatever panels it shows. */
export function ServicesDialogs(): ReactElement {
  return <><CompareDialog /><OpenExchangedDialog /><AskPartnerDialog /></>;
}

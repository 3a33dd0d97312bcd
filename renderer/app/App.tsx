import { BlueprintProvider } from '@blueprintjs/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useSession } from '../actions/session';
import { createQueryClient } from '../case/queries';
import { OpenBundleDialog } from '../features/bundles/OpenBundleDialog';
import { NewCaseDialog } from '../features/start/NewCaseDialog';
import { UnlockDialog } from '../features/start/UnlockDialog';
import { StartScreen } from '../features/start/StartScreen';
import { SettingsDialog } from '../features/settings/SettingsDialog';
import { ShortcutSheet } from '../features/help/ShortcutSheet';
import { useCaseConnection } from '../ipc/caseConnection';
import { QuestionDialog } from '../ui/confirm';
import { NoticeList } from '../ui/NoticeList';
import { PanelBoundary } from '../ui/PanelBoundary';
import { CommandPalette } from './CommandPalette';
import { useAppearance } from './useAppearance';
import { useAppEvents } from './useAppEvents';
import { useMarkedText } from './useMarkedText';
import { useShortcuts } from './useShortcuts';
import { Workbench } from './Workbench';

/** What stands in the window: the start screen while no case is open, else the workbench; and the dialogs of both. */
function Window(): ReactElement {
  const open = useSession((state) => state.open);
  const connection = useCaseConnection();
  useAppearance();
  useAppEvents();
  useShortcuts();
  useMarkedText();
  return (
    <>
      <PanelBoundary>{open && connection ? <Workbench /> : <StartScreen />}</PanelBoundary>
      <NewCaseDialog />
      <UnlockDialog />
      <OpenBundleDialog />
      <SettingsDialog />
      <ShortcutSheet />
      <CommandPalette />
      <QuestionDialog />
      <NoticeList />
    </>
  );
}

export function App(): ReactElement {
  const [queries] = useState(createQueryClient);
  return (
    <QueryClientProvider client={queries}>
      <BlueprintProvider>
        <Window />
      </BlueprintProvider>
    </QueryClientProvider>
  );
}

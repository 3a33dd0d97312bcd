import { Button } from '@blueprintjs/core';
import { mdiAlertCircleOutline } from '@mdi/js';
import type { ReactElement, ReactNode } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { useTranslation } from 'react-i18next';
import { EmptyState } from './EmptyState';

function Broken({ again }: { again: () => void }): ReactElement {
  const { t } = useTranslation();
  return (
    <EmptyState icon={mdiAlertCircleOutline} title={t('app:panelFailed')} hint={t('app:panelFailedHint')}>
      <Button text={t('app:tryAgain')} onClick={again} />
    </EmptyState>
  );
}

/** Keeps a failure inside one panel, so that the rest of the window goes on working. */
export function PanelBoundary({ children }: { children: ReactNode }): ReactElement {
  return <ErrorBoundary fallbackRender={({ resetErrorBoundary }) => <Broken again={resetErrorBoundary} />}>{children}</ErrorBoundary>;
}

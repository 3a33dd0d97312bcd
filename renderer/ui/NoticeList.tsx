import { OverlayToaster, Toast } from '@blueprintjs/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from './failureText';
import { useNotices } from './notices';

/** Shows the notices over the foot of the window; failures stay until they are dismissed. */
export function NoticeList(): ReactElement {
  const { t } = useTranslation();
  const { notices, dismiss } = useNotices();
  return (
    <OverlayToaster position="bottom" canEscapeKeyClear>
      {notices.map((notice) => (
        <Toast
          key={notice.id}
          intent={notice.intent}
          timeout={notice.intent === 'danger' ? 0 : 5000}
          message={notice.failure === undefined ? t(notice.key ?? '', notice.values ?? {}) : failureText(t, notice.failure)}
          {...(notice.action === undefined ? {} : { action: { text: t(notice.action.key), onClick: notice.action.run } })}
          onDismiss={() => dismiss(notice.id)}
        />
      ))}
    </OverlayToaster>
  );
}

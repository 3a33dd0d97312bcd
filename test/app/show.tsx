import { BlueprintProvider } from '@blueprintjs/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { render, type RenderResult } from '@testing-library/react';
import i18next from 'i18next';
import type { ReactElement } from 'react';
import { createQueryClient } from '../../renderer/case/queries';
import { startTranslations } from '../../renderer/app/translations';
import { NoticeList } from '../../renderer/ui/NoticeList';
import { QuestionDialog } from '../../renderer/ui/confirm';

/** Renders a part of the page as it stands in the window: with texts, queries, questions and notices. */
export async function show(content: ReactElement): Promise<RenderResult> {
  if (!i18next.isInitialized) await startTranslations('nl');
  await i18next.changeLanguage('nl');
  return render(
    <QueryClientProvider client={createQueryClient()}>
      <BlueprintProvider>{content}<QuestionDialog /><NoticeList /></BlueprintProvider>
    </QueryClientProvider>,
  );
}

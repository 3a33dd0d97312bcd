import { Button, Radio, RadioGroup } from '@blueprintjs/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { AuthoredField } from '../AuthoredField';
import { noText } from '../authored';
import { useEditing } from '../editing';
import { SourcePicker } from '../SourcePicker';
import type { BlockOf } from './blockList';

/** Which source is an exhibit, and whether it is shown or only mentioned. */
export function ExhibitFields({ block }: { block: BlockOf<'exhibit'> }): ReactElement {
  const { t } = useTranslation('briefing');
  const { sources, writing, edits } = useEditing();
  const [choosing, setChoosing] = useState(false);
  const source = sources.find((each) => each.id === block.source);
  return (
    <>
      <p className="chosen">
        <strong className="clip" dir="auto">{source?.title ?? t('sourceGone')}</strong>{source?.supplier ? <span className="quiet clip" dir="auto">{source.supplier}</span> : null}
        <Button size="small" text={t('change')} aria-expanded={choosing} onClick={() => setChoosing(!choosing)} />
      </p>
      {choosing ? <SourcePicker autoFocus onPick={({ id }) => { edits.set({ ...block, source: id }); setChoosing(false); }} /> : null}
      <RadioGroup inline label={t('show')} selectedValue={block.show} onChange={(event) => edits.set({ ...block, show: event.currentTarget.value === 'picture' ? 'picture' : 'mention' })}>
        <Radio value="mention" label={t('show.mention')} />
        <Radio value="picture" label={t('show.picture')} />
      </RadioGroup>
      {block.show === 'picture' ? <p className="quiet">{t('pictureHint')}</p> : null}
      <AuthoredField label={t('caption')} text={block.caption ?? noText(writing)} onType={(caption) => edits.type({ ...block, caption })} />
    </>
  );
}

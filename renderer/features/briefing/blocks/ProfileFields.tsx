import { Button } from '@blueprintjs/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useTypes } from '../../../case/types';
import { Disc } from '../../../ui/Disc';
import { useLanguage } from '../../../ui/language';
import { EntityPicker } from '../EntityPicker';
import { useEditing } from '../editing';
import type { BlockOf } from './blockList';

/** Whose profile it is. */
export function ProfileFields({ block }: { block: BlockOf<'profile'> }): ReactElement {
  const { t } = useTranslation('briefing');
  const language = useLanguage();
  const types = useTypes();
  const { entities, edits } = useEditing();
  const [choosing, setChoosing] = useState(false);
  const entity = entities.get(block.entity);
  return (
    <>
      <p className="chosen">
        {entity ? <><Disc family={types.family(entity.type)} glyph={types.glyph(entity.type)} size={22} /><strong className="name clip" dir="auto">{entity.caption}</strong><span className="quiet clip">{[types.label(entity.type, language), types.keyText(entity, language)].filter(Boolean).join(' · ')}</span></> : <span className="quiet">{t('entityGone')}</span>}
        <Button size="small" text={t('change')} aria-expanded={choosing} onClick={() => setChoosing(!choosing)} />
      </p>
      {choosing ? <EntityPicker autoFocus label={t('findEntity')} onPick={({ id }) => { edits.set({ ...block, entity: id }); setChoosing(false); }} /> : null}
      <p className="quiet">{t('profileHint')}</p>
    </>
  );
}

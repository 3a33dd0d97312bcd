import { Button, Dialog, DialogBody, Menu, MenuItem, PopoverNext } from '@blueprintjs/core';
import { mdiFileDocumentPlusOutline } from '@mdi/js';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { BRIEFING_TEMPLATES, type BriefingRecord } from '../../../shared/model/briefing';
import { createBriefing } from '../../actions/briefing';
import { useTypes } from '../../case/types';
import { Glyph } from '../../ui/Glyph';
import { useLanguage } from '../../ui/language';
import { EntityPicker } from './EntityPicker';
import { focusFirstItem, walkMenu } from './menuKeys';

/** Starts a briefing from a template; a profile asks first whom it is of. */
export function NewBriefing({ primary }: { primary?: boolean }): ReactElement {
  const { t } = useTranslation('briefing');
  const language = useLanguage();
  const types = useTypes();
  const [choosing, setChoosing] = useState(false);
  const people = types.catalogue.entityTypes.filter((each) => each.family === 'people' && !each.abstract).map((each) => each.id);
  const start = (template: BriefingRecord['template']): void => {
    if (template === 'profile') setChoosing(true);
    else void createBriefing({ template, language });
  };
  const menu = <Menu className="brief-templates" onKeyDown={walkMenu}>{BRIEFING_TEMPLATES.map((template) => <MenuItem key={template} multiline text={<><span>{t(`templates.${template}`)}</span><span className="quiet brief-templates__hint">{t(`templateHint.${template}`)}</span></>} onClick={() => start(template)} />)}</Menu>;
  return (
    <>
      <PopoverNext content={menu} placement="bottom-start" onOpened={focusFirstItem}>
        <Button intent={primary ? 'primary' : 'none'} size="small" icon={<Glyph path={mdiFileDocumentPlusOutline} size={14} />} text={t('create')} />
      </PopoverNext>
      {choosing ? (
        <Dialog isOpen title={t('choose.profile')} onClose={() => setChoosing(false)}>
          <DialogBody><EntityPicker autoFocus label={t('findPerson')} {...(people.length > 0 ? { types: people } : {})} onPick={({ id }) => { setChoosing(false); void createBriefing({ template: 'profile', entity: id, language }); }} /></DialogBody>
        </Dialog>
      ) : null}
    </>
  );
}

import { Button, PopoverNext } from '@blueprintjs/core';
import { mdiBookmarkMultipleOutline, mdiDeleteOutline, mdiSetCenter, mdiSetLeft, mdiSetAll, mdiBookmarkPlusOutline } from '@mdi/js';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { execute } from '../../actions/execute';
import { keepSelection, recall, type Combining } from '../../actions/selections';
import { useSelected } from '../../actions/selected';
import { useSession } from '../../actions/session';
import { useCase } from '../../case/queries';
import { askText } from '../../ui/confirm';
import { Glyph } from '../../ui/Glyph';
import { KeyCaps } from '../../ui/KeyCaps';
import { formatCount, useLanguage } from '../../ui/language';
import './selections.css';

const SETS: readonly { readonly how: Exclude<Combining, 'replace'>; readonly icon: string }[] = [{ how: 'add', icon: mdiSetAll }, { how: 'with', icon: mdiSetCenter }, { how: 'without', icon: mdiSetLeft }];

/** Selections that are kept of the chart in front: to bring back, and to put together with what is selected. */
export function SavedSelections(): ReactElement {
  const { t } = useTranslation('selections');
  const [open, setOpen] = useState(false);
  return (
    <PopoverNext placement="bottom-start" isOpen={open} onInteraction={setOpen} content={<List onDone={() => setOpen(false)} />}>
      <Button variant="minimal" active={open} icon={<Glyph path={mdiBookmarkMultipleOutline} size={18} />} title={t('saved')} aria-label={t('saved')} />
    </PopoverNext>
  );
}

function List({ onDone }: { onDone: () => void }): ReactElement {
  const { t } = useTranslation('selections');
  const language = useLanguage();
  const chart = useSession((state) => state.chart);
  const { entities, lines } = useSelected();
  const { data: kept = [] } = useCase('case.selections', { chart: chart ?? '' }, chart !== null);
  const selected = entities.length + lines.length;
  const keep = async (): Promise<void> => {
    onDone();
    const name = await askText({ title: 'selections:keep', action: 'app:save', input: { label: 'selections:name', value: '' } });
    if (name !== null && name !== '') await keepSelection(name, null);
  };
  return (
    <div className="kept" role="group" aria-label={t('saved')}>
      <h4>{t('saved')}</h4>
      {kept.length === 0 ? <p className="quiet">{t('noneSaved')}</p> : (
        <ul>
          {kept.map((each) => (
            <li key={each.id}>
              <button type="button" className="kept__name" title={t('recallThis', { name: each.name })} onClick={() => { recall(each); onDone(); }}>
                <span className="clip" dir="auto">{each.name}</span>
                <span className="quiet figures">{formatCount(each.entities.length + each.lines.length, language)}</span>
              </button>
              <span className="kept__key">{each.slot === null ? null : <KeyCaps shortcut={`Ctrl+${each.slot}`} />}</span>
              {SETS.map(({ how, icon }) => <Button key={how} size="small" variant="minimal" disabled={selected === 0} icon={<Glyph path={icon} size={16} />} title={t(`set.${how}`, { name: each.name })} aria-label={t(`set.${how}`, { name: each.name })} onClick={() => recall(each, how)} />)}
              <Button size="small" variant="minimal" icon={<Glyph path={mdiDeleteOutline} size={16} />} title={t('deleteKept', { name: each.name })} aria-label={t('deleteKept', { name: each.name })} onClick={() => { if (chart !== null) void execute('selection.delete', { chart, id: each.id }); }} />
            </li>
          ))}
        </ul>
      )}
      <Button size="small" disabled={selected === 0} icon={<Glyph path={mdiBookmarkPlusOutline} size={14} />} text={t('keepThis', { count: selected })} onClick={() => void keep()} />
      <p className="quiet">{t('keysHint')}</p>
    </div>
  );
}

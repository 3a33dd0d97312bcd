import { Button, HTMLSelect } from '@blueprintjs/core';
import { mdiContentSaveOutline, mdiDeleteOutline } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import { execute } from '../../../actions/execute';
import { usePattern } from '../../../actions/pattern';
import { useCase } from '../../../case/queries';
import { askText } from '../../../ui/confirm';
import { Glyph } from '../../../ui/Glyph';

/** Patterns that are kept in the case: to take up again, keep and forget. */
export function KeptPatterns(): ReactElement {
  const { t } = useTranslation('pattern');
  const { data: all = [] } = useCase('case.patterns', {});
  const { pattern, kept } = usePattern();
  const keep = async (): Promise<void> => {
    const name = await askText({ title: 'pattern:keepTitle', action: 'pattern:keep', input: { label: 'pattern:patternName', value: kept?.name ?? '' } });
    if (name === null || name === '') return;
    const id = kept?.name === name ? kept.id : newId();
    if (await execute('pattern.put', { id, name, pattern })) usePattern.setState({ kept: { id, name } });
  };
  const forget = async (): Promise<void> => {
    if (kept !== null && (await execute('pattern.delete', { id: kept.id }))) usePattern.setState({ kept: null });
  };
  return (
    <div className="pattern__row">
      <HTMLSelect
        className="pattern__kept" aria-label={t('kept')} value={kept?.id ?? ''} disabled={all.length === 0} options={[{ value: '', label: all.length === 0 ? t('noneKept') : t('kept') }, ...all.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={(event) => { const chosen = all.find(({ id }) => id === event.currentTarget.value); if (chosen) usePattern.setState({ pattern: chosen.pattern, kept: { id: chosen.id, name: chosen.name }, picked: null, found: null }); else usePattern.setState({ kept: null }); }}
      />
      <Button size="small" disabled={pattern.nodes.length === 0} icon={<Glyph path={mdiContentSaveOutline} size={14} />} text={t('keep')} onClick={() => void keep()} />
      <Button size="small" variant="minimal" disabled={kept === null} icon={<Glyph path={mdiDeleteOutline} size={14} />} aria-label={t('forget')} title={t('forget')} onClick={() => void forget()} />
    </div>
  );
}

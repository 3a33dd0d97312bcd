import { Button, HTMLSelect } from '@blueprintjs/core';
import { mdiBackupRestore } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCase } from '../../case/queries';
import { useTypes } from '../../case/types';
import { BasisPicker } from '../../ui/BasisPicker';
import { GradingFields, HandlingFields } from '../../ui/EvaluationFields';
import { Glyph } from '../../ui/Glyph';
import { useLanguage } from '../../ui/language';
import { TextField } from '../../ui/TextField';
import type { Mapping } from '../../../shared/mapping/mapping';
import { EntityCard } from './EntityCard';
import { EvaluationColumn } from './EvaluationColumn';
import { LinkCard } from './LinkCard';
import { addEntity, addLink } from './mappingChange';

/** What each row becomes: entities, links between them, and who says it. */
export function MappingEditor({ mapping, onMapping, onRestore }: { mapping: Mapping; onMapping: (mapping: Mapping) => void; onRestore: () => void }): ReactElement {
  const { t } = useTranslation('import');
  const language = useLanguage();
  const types = useTypes();
  const info = useCase('case.info', {});
  const source = mapping.source;
  const setSourcePart = (part: Partial<Mapping['source']>): void => onMapping({ ...mapping, source: { ...source, ...part } });
  const pairs = mapping.entities.flatMap((from) => mapping.entities.filter((to) => to !== from).flatMap((to) => types.linksBetween(from.type, to.type, language).slice(0, 1).map((type) => ({ type: type.id, from: from.key, to: to.key }))));
  const first = pairs[0];
  return (
    <div className="mapping">
      <div className="mapping__column">
        <div className="mapping__head"><h3>{t('entities')}</h3>
          <HTMLSelect aria-label={t('addEntity')} value="" options={[{ value: '', label: t('addEntity') }, ...types.concrete(language).map((type) => ({ value: type.id, label: type.label[language] }))]} onChange={(event) => onMapping(addEntity(mapping, event.currentTarget.value))} />
          <Button size="small" variant="minimal" icon={<Glyph path={mdiBackupRestore} size={14} />} text={t('restore')} onClick={onRestore} />
        </div>
        {mapping.entities.length === 0 ? <p className="quiet">{t('noEntities')}</p> : null}
        {mapping.entities.map((entity, index) => <EntityCard key={entity.key} entity={entity} index={index} mapping={mapping} onMapping={onMapping} />)}
      </div>
      <div className="mapping__column">
        <div className="mapping__head"><h3>{t('links')}</h3><Button size="small" text={t('addLink')} disabled={!first} onClick={() => { if (first) onMapping(addLink(mapping, first)); }} /></div>
        {mapping.links.length === 0 ? <p className="quiet">{t('noLinks')}</p> : null}
        {mapping.links.map((link, index) => <LinkCard key={`${link.from}>${link.to}:${index}`} link={link} index={index} mapping={mapping} onMapping={onMapping} />)}
        <div className="mapping__head"><h3>{t('source')}</h3></div>
        <section className="map-card map-card--source">
          <TextField label={t('supplier')} hint={t('supplierHint')} value={source.supplier} onChange={(supplier) => setSourcePart({ supplier })} />
          <GradingFields schemes={types.schemes('grading')} first={info.data?.settings.gradingScheme ?? ''} value={source.grading} onChange={(grading) => setSourcePart({ grading })} />
          <EvaluationColumn label={t('gradingColumn')} headings={mapping.headings} schemes={types.schemes('grading')} first={info.data?.settings.gradingScheme ?? ''} value={source.gradingColumn} onChange={(gradingColumn) => setSourcePart({ gradingColumn })} />
          <HandlingFields schemes={types.conditions()} first={info.data?.settings.handlingScheme ?? ''} value={source.handling} onChange={(handling) => setSourcePart({ handling })} />
          <EvaluationColumn label={t('handlingColumn')} headings={mapping.headings} schemes={types.conditions()} first={info.data?.settings.handlingScheme ?? ''} value={source.handlingColumn} onChange={(handlingColumn) => setSourcePart({ handlingColumn })} />
          <BasisPicker value={source.basis} onChange={(basis) => setSourcePart({ basis })} />
        </section>
      </div>
    </div>
  );
}

import { Button, Checkbox, Tag } from '@blueprintjs/core';
import { mdiMessageQuestionOutline, mdiPlus } from '@mdi/js';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExchangeRecord } from '../../../shared/model/exchange';
import { addToChart } from '../../actions/addToChart';
import { dragEntities } from '../../actions/dragging';
import { selectAndCentre } from '../../actions/selectionActions';
import { askAbout } from '../../actions/services';
import { useCase } from '../../case/queries';
import { useTypes } from '../../case/types';
import { Disc } from '../../ui/Disc';
import { Glyph } from '../../ui/Glyph';
import { useLanguage } from '../../ui/language';
import { kindName } from './words';

/** Entities of ours that the partner has too: shown, put on the chart, and asked about. */
export function HitList({ exchange }: { exchange: ExchangeRecord }): ReactElement | null {
  const { t } = useTranslation('services');
  const language = useLanguage();
  const types = useTypes();
  const { data } = useCase('case.blindHits', { id: exchange.id });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  if (data === undefined) return null;
  const { hits, gone } = data;
  const toggle = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const all = hits.length > 0 && hits.every(({ entity }) => chosen.has(entity.id));
  // Who stands for several is asked about with all of them.
  const asked = hits.filter(({ entity }) => chosen.has(entity.id)).flatMap(({ entity }) => entity.members ?? [entity.id]);
  return (
    <section className="services__hits" aria-label={t('hits')}>
      <p className="quiet">{t('limitsOfHit')}</p>
      {hits.length > 1 ? <Checkbox checked={all} indeterminate={!all && chosen.size > 0} label={t('chooseAll')} onChange={() => setChosen(all ? new Set() : new Set(hits.map(({ entity }) => entity.id)))} /> : null}
      <ul>
        {hits.map(({ entity, kinds }) => (
          <li key={entity.id} className="services__hit">
            <Checkbox checked={chosen.has(entity.id)} aria-label={entity.caption} onChange={() => toggle(entity.id)} />
            <button type="button" className="services__entity" draggable onDragStart={(event) => dragEntities(event.dataTransfer, [entity.id])} onClick={() => selectAndCentre(entity.id)}>
              <Disc family={types.family(entity.type)} glyph={types.glyph(entity.type)} size={24} />
              <span className="services__names"><span className="clip" dir="auto">{entity.caption}</span><span className="quiet clip" dir="auto">{types.keyText(entity, language)}</span></span>
            </button>
            <Button size="small" variant="minimal" icon={<Glyph path={mdiPlus} size={14} />} title={t('onChart')} aria-label={t('onChart')} onClick={() => void addToChart([entity.id])} />
            <span className="services__tags services__under">{kinds.map((kind) => <Tag key={kind} minimal>{kindName(t, types, kind, language)}</Tag>)}</span>
          </li>
        ))}
      </ul>
      {gone > 0 ? <p className="quiet">{t('gone', { count: gone })}</p> : null}
      {hits.length > 0 ? <Button size="small" intent="primary" icon={<Glyph path={mdiMessageQuestionOutline} size={14} />} disabled={asked.length === 0} text={asked.length === 0 ? t('askAboutNone') : t('askAbout', { count: hits.filter(({ entity }) => chosen.has(entity.id)).length })} onClick={() => askAbout(exchange, asked)} /> : null}
    </section>
  );
}

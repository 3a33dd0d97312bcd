import { Button } from '@blueprintjs/core';
import { mdiCheck, mdiFileDocumentOutline, mdiGraphOutline, mdiPencilOutline, mdiRestore, mdiScaleBalance } from '@mdi/js';
import { Fragment, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntityView } from '../../../shared/contract';
import type { Finding } from '../../../shared/contract/quality';
import { addToChart } from '../../actions/addToChart';
import { startCategories, startEvaluate } from '../../actions/evaluate';
import { openPair, openPairsOf } from '../../actions/judging';
import { asksAgain, saysItIsRight } from '../../actions/quality';
import { selectAndCentre, selectLink } from '../../actions/selectionActions';
import { showPanel } from '../../actions/session';
import { useTypes } from '../../case/types';
import { Disc } from '../../ui/Disc';
import { Glyph } from '../../ui/Glyph';
import { formatMoment, useLanguage } from '../../ui/language';
import { shownValue } from '../../ui/propertyValue';

/** Values that stand side by side before "and more". */
const MOST_VALUES = 6;

/** One finding: whom it is about, what is wrong with both values and their sources, and what leads on. */
export function FindingRow({ finding }: { finding: Finding }): ReactElement {
  const { t } = useTranslation('quality');
  const language = useLanguage();
  const { entities, source, link, detail, check, dismissed } = finding;
  return (
    <article className="finding__body">
      {source === null ? null : <div className="finding__who"><Glyph path={mdiFileDocumentOutline} size={18} /><span className="name" dir="auto">{source.title}</span></div>}
      {entities.map((entity) => <Who key={entity.id} entity={entity} />)}
      {link === null ? null : <LinkLine finding={finding} />}
      {detail === '' ? null : <p className="finding__detail">{t(`detail.${detail}`)}</p>}
      <ValueTable finding={finding} />
      {dismissed === null ? null : <p className="quiet finding__right">{t('rightBy', { by: dismissed.by, at: formatMoment(dismissed.at, language, 'day') })}: <q dir="auto">{dismissed.reason}</q></p>}
      <Actions finding={finding} isPair={entities.length === 2 && link === null && check !== 'mergedContradiction'} />
    </article>
  );
}

function Who({ entity }: { entity: EntityView }): ReactElement {
  const { t } = useTranslation('quality');
  const language = useLanguage();
  const types = useTypes();
  const key = types.keyText(entity, language);
  return (
    <div className="finding__who">
      <Disc family={types.family(entity.type)} glyph={types.glyph(entity.type)} size={20} label={types.label(entity.type, language)} />
      <span className="finding__names">
        <button type="button" className="link-button clip" title={t('inspect')} onClick={() => selectAndCentre(entity.id)}><span className="name" dir="auto">{entity.caption === '' ? types.label(entity.type, language) : entity.caption}</span></button>
        <span className="quiet clip figures">{[types.label(entity.type, language), key].filter((part) => part !== '').join(' · ')}</span>
      </span>
    </div>
  );
}

function LinkLine({ finding: { link } }: { finding: Finding }): ReactElement | null {
  const { t } = useTranslation('quality');
  const language = useLanguage();
  const types = useTypes();
  if (link === null) return null;
  const when = link.start === null ? '' : shownValue(types.property(link.type, types.link(link.type)?.dates?.start ?? ''), link.start, language);
  return <div className="finding__who quiet"><button type="button" className="link-button" title={t('inspect')} onClick={() => selectLink(link.id)}>{types.label(link.type, language)}</button>{when === '' ? null : <span className="figures">{when}</span>}</div>;
}

/** What is said, value by value, with whose it is where it is of several, and who says it. */
function ValueTable({ finding: { values, entities, link } }: { finding: Finding }): ReactElement | null {
  const { t } = useTranslation('quality');
  const language = useLanguage();
  const types = useTypes();
  if (values.length === 0) return null;
  const several = link === null && entities.length > 1;
  return (
    <dl className="finding__values">
      {values.slice(0, MOST_VALUES).map((value, at) => {
        const property = types.property(link?.type ?? entities[value.of]?.type ?? '', value.property);
        const shown = value.doubt === undefined ? shownValue(property, value.v, language) : value.v;
        const before = values[at - 1];
        const label = several ? (entities[value.of]?.caption ?? '') : (property?.label[language] ?? value.property);
        const repeats = before !== undefined && (several ? before.of === value.of : before.property === value.property);
        return (
          <Fragment key={`${value.of} ${value.property} ${value.v} ${value.raw ?? ''}`}>
            <dt className="quiet clip" dir="auto">{repeats ? '' : label}</dt>
            <dd><span className="figures finding__value" dir="auto" {...(value.doubt === undefined ? {} : { title: t(`kinds:doubt.${value.doubt}`) })}>{shown}</span> <span className="quiet finding__sources" dir="auto">{value.sources.map(({ title }) => title).join(' · ')}</span></dd>
          </Fragment>
        );
      })}
      {values.length > MOST_VALUES ? <><dt /><dd className="quiet">{t('moreValues', { count: values.length - MOST_VALUES })}</dd></> : null}
    </dl>
  );
}

function Actions({ finding, isPair }: { finding: Finding; isPair: boolean }): ReactElement {
  const { t } = useTranslation('quality');
  const { dismissed } = finding;
  const ids = finding.entities.map(({ id }) => id);
  return (
    <div className="finding__actions">
      <FirstStep finding={finding} isPair={isPair} />
      {dismissed === null
        ? <Button size="small" variant="minimal" icon={<Glyph path={mdiCheck} size={14} />} text={t('right')} onClick={() => void saysItIsRight(finding)} />
        : <Button size="small" variant="minimal" icon={<Glyph path={mdiRestore} size={14} />} text={t('askAgain')} onClick={() => void asksAgain(finding)} />}
      {ids.length === 0 ? null : <Button size="small" variant="minimal" icon={<Glyph path={mdiGraphOutline} size={14} />} title={t('onChart')} aria-label={t('onChart')} onClick={() => void addToChart(ids)} />}
    </div>
  );
}

/** What mends a finding, by what it speaks of. */
function FirstStep({ finding: { check, entities: [first, second], link, source }, isPair }: { finding: Finding; isPair: boolean }): ReactElement | null {
  const { t } = useTranslation('quality');
  if (source !== null) {
    return check === 'ungradedSource'
      ? <Button size="small" icon={<Glyph path={mdiPencilOutline} size={14} />} text={t('evaluation:action')} onClick={() => startEvaluate({ source })} />
      : <Button size="small" icon={<Glyph path={mdiFileDocumentOutline} size={14} />} text={t('inSources')} onClick={() => showPanel('sources')} />;
  }
  if (first === undefined) return null;
  if (isPair && second !== undefined) return <Button size="small" icon={<Glyph path={mdiScaleBalance} size={14} />} text={t('compare')} onClick={() => openPair(first.id, second.id)} />;
  if (check === 'mergedContradiction') return <Button size="small" icon={<Glyph path={mdiScaleBalance} size={14} />} text={t('judgements')} onClick={() => openPairsOf(first.id)} />;
  if (check === 'noCategory') return <Button size="small" icon={<Glyph path={mdiPencilOutline} size={14} />} text={t('setCategory')} onClick={() => startCategories([first.id])} />;
  return <Button size="small" icon={<Glyph path={mdiPencilOutline} size={14} />} text={t('correct')} title={t('correctHint')} onClick={() => { if (link === null) selectAndCentre(first.id); else selectLink(link.id); }} />;
}

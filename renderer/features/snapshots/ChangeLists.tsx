import { Button } from '@blueprintjs/core';
import { mdiArrowAll, mdiMinus, mdiPencilOutline, mdiPlus, mdiSelectAll, mdiVectorLine, mdiShapeOutline } from '@mdi/js';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { look, selectThose } from '../../actions/toChart';
import type { Comparison } from '../../actions/snapshots';
import { useTypes } from '../../case/types';
import { Disc } from '../../ui/Disc';
import { Glyph } from '../../ui/Glyph';
import { formatCount, useLanguage } from '../../ui/language';
import { shownValue } from '../../ui/propertyValue';

/** Each told by a sign of its own, not by colour. */
const PARTS = [['added', mdiPlus], ['gone', mdiMinus], ['moved', mdiArrowAll], ['changed', mdiPencilOutline]] as const;
type PartId = (typeof PARTS)[number][0];
/** Longer lists say how many are left out; all of them can be selected. */
const LISTED = 100;

function Section({ icon, title, count, tools, children }: { icon: string; title: string; count: number; tools?: ReactNode; children?: ReactNode }): ReactElement {
  const language = useLanguage();
  return (
    <section className="compared__part">
      <h4><Glyph path={icon} size={14} /> {title} <span className="quiet figures">{formatCount(count, language)}</span>{tools}</h4>
      {children}
    </section>
  );
}

/** Which values went and which came: "Birth date: 1984 → 1985". */
function Values({ changed }: { changed: Comparison['changed'][number] }): ReactElement {
  const { t } = useTranslation('snapshots');
  const language = useLanguage();
  const types = useTypes();
  const { values, saidMore, saidLess, type } = changed;
  const properties = types.properties(type);
  const shown = (property: string, list: readonly string[]): string => list.map((v) => shownValue(properties.find((each) => each.id === property), v, language)).join(', ');
  return (
    <ul className="compared__values">
      {values.map(({ property, from, to }) => (
        <li key={property}>
          <span className="quiet">{properties.find((each) => each.id === property)?.label[language] ?? property}</span>{' '}
          {from.length > 0 ? <del dir="auto">{shown(property, from)}</del> : null}{from.length > 0 && to.length > 0 ? ' → ' : null}{to.length > 0 ? <ins dir="auto">{shown(property, to)}</ins> : null}
        </li>
      ))}
      {values.length === 0 ? <li className="quiet">{t('saidOtherwise', { more: saidMore, less: saidLess })}</li> : null}
    </ul>
  );
}

function Entities({ id, icon, comparison }: { id: PartId; icon: string; comparison: Comparison }): ReactElement {
  const { t } = useTranslation('snapshots');
  const language = useLanguage();
  const types = useTypes();
  const entities = comparison[id];
  const changed = new Map(comparison.changed.map((each) => [each.id, each]));
  const tools = id === 'gone' || entities.length === 0 ? null : <Button size="small" variant="minimal" icon={<Glyph path={mdiSelectAll} size={14} />} aria-label={t('selectAll', { part: t(id) })} title={t('selectAll', { part: t(id) })} onClick={() => selectThose(entities.map((each) => each.id))} />;
  return (
    <Section icon={icon} title={t(id)} count={entities.length} tools={tools}>
      {entities.length === 0 ? null : (
        <ul>
          {entities.slice(0, LISTED).map((each) => {
            const said = id === 'changed' ? changed.get(each.id) : undefined;
            return (
              <li key={each.id}>
                <button type="button" className="compared__entity" onClick={() => look(each.id)}>
                  <Disc family={types.family(each.type)} glyph={types.glyph(each.type)} size={20} label={types.label(each.type, language)} />
                  <span className="clip" dir="auto">{each.caption}</span>
                </button>
                {said === undefined ? null : <Values changed={said} />}
              </li>
            );
          })}
          {entities.length > LISTED ? <li className="quiet">{t('more', { count: entities.length - LISTED })}</li> : null}
        </ul>
      )}
    </Section>
  );
}

function Lines({ comparison: { lines, lineCount } }: { comparison: Comparison }): ReactElement | null {
  const { t } = useTranslation('snapshots');
  const language = useLanguage();
  const types = useTypes();
  if (lineCount === 0) return null;
  return (
    <Section icon={mdiVectorLine} title={t('lines')} count={lineCount}>
      <ul>
        {lines.slice(0, LISTED).map(({ type, from, to, fromCaption, toCaption, before, after }) => (
          <li key={`${type}|${from}|${to}`}>
            <button type="button" className="compared__entity compared__line" onClick={() => selectThose([from, to])}>
              <span className="compared__sign">{before === 0 ? '+' : after === 0 ? '−' : '≠'}</span>
              <span className="compared__words">
                <span className="clip" dir="auto" title={`${fromCaption} – ${toCaption}`}>{fromCaption} – {toCaption}</span>
                <span className="quiet clip">{types.label(type, language)}{before !== 0 && after !== 0 ? ` ${formatCount(before, language)} → ${formatCount(after, language)}` : ''}</span>
              </span>
            </button>
          </li>
        ))}
        {lineCount > LISTED ? <li className="quiet">{t('more', { count: lineCount - LISTED })}</li> : null}
      </ul>
    </Section>
  );
}

/** Groups, notes and settings of the drawing, each by its name with its sign. */
function Drawn({ comparison: { groups, notes, options } }: { comparison: Comparison }): ReactElement | null {
  const { t } = useTranslation('snapshots');
  const kinds = [['added', '+'], ['gone', '−'], ['changed', '≠']] as const;
  const rows = ([['group', groups], ['note', notes]] as const).flatMap(([kind, of]) => kinds.flatMap(([which, sign]) => of[which].map((name) => ({ sign, text: t(`drawn.${kind}`, { name: name === '' ? '…' : name }) }))));
  const all = [...rows, ...options.map((name) => ({ sign: '≠', text: t('drawn.option', { name: t(`option.${name}`) }) }))];
  if (all.length === 0) return null;
  return (
    <Section icon={mdiShapeOutline} title={t('drawing')} count={all.length}>
      <ul>
        {all.slice(0, LISTED).map(({ sign, text }, at) => <li key={`${text} ${at}`} className="compared__entity compared__line"><span className="compared__sign">{sign}</span><span className="clip" dir="auto">{text}</span></li>)}
        {all.length > LISTED ? <li className="quiet">{t('more', { count: all.length - LISTED })}</li> : null}
      </ul>
    </Section>
  );
}

/** What became of a chart between two moments of it, as lists that lead to the chart. */
export function ChangeLists({ comparison }: { comparison: Comparison }): ReactElement {
  return (
    <>
      {PARTS.map(([id, icon]) => <Entities key={id} id={id} icon={icon} comparison={comparison} />)}
      <Lines comparison={comparison} />
      <Drawn comparison={comparison} />
    </>
  );
}

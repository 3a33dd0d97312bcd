import { Button } from '@blueprintjs/core';
import { mdiCheckboxMultipleBlankOutline, mdiPencilOutline, mdiUngroup, mdiViewGridOutline } from '@mdi/js';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { TextRanks } from '../../../shared/analysis/evaluation';
import type { ChartView, EntityView } from '../../../shared/contract';
import type { ChartGroupRecord } from '../../../shared/model/drawing';
import { PALETTE } from '../../../shared/model/formatting';
import { changeGroup } from '../../actions/groups';
import { runActionById } from '../../actions/registry';
import { select } from '../../actions/selected';
import { useCase } from '../../case/queries';
import { useTypes } from '../../case/types';
import { Disc } from '../../ui/Disc';
import { Glyph } from '../../ui/Glyph';
import { Grade } from '../../ui/Grade';
import { grouped } from '../../ui/grouped';
import { formatCount, useLanguage } from '../../ui/language';

const LISTED = 200;

interface Shown { readonly group: ChartGroupRecord; readonly members: readonly EntityView[] }

/** A group as a whole: what it holds, what it is linked with, and what its strictest handling rests on. */
export function GroupSelected({ group, ids, view }: { group: ChartGroupRecord; ids: readonly string[]; view: ChartView }): ReactElement {
  const { t } = useTranslation('groups');
  const language = useLanguage();
  const types = useTypes();
  const members = useMemo(() => { const own = new Set(ids); return view.entities.filter(({ id }) => own.has(id)); }, [view, ids]);
  const ranks = useMemo(() => new TextRanks(types.catalogue), [types]);
  const grading = members.reduce((text, entity) => ranks.betterGrading(text, entity.grading), '');
  const handling = members.reduce((code, entity) => ranks.stricterHandling(code, entity.handling), '');
  const byType = [...grouped(members, (each) => each.type)].toSorted((a, b) => b[1].length - a[1].length);
  return (
    <div className="panel inspector">
      <header className="inspector__head">
        <div className="inspector__names">
          <h2 className="name" dir="auto">{group.name}</h2>
          <p className="quiet">{[t('oneGroup'), t('holds', { count: members.length }), t(group.collapsed ? 'isClosed' : 'isOpen')].join(' · ')}</p>
          <div className="inspector__tags"><Grade text={grading} /><Grade text={types.codeText(handling, language)} title={types.codeMeaning(handling, language)} kind="handling" /></div>
          {handling === '' ? null : <Strictest code={handling} members={members} />}
        </div>
      </header>
      <div className="panel__body">
        <Colours group={group} />
        <ul className="many">
          {byType.map(([type, own]) => (
            <li key={type}>
              <Disc family={types.family(type)} glyph={types.glyph(type)} size={22} />
              <button type="button" className="link-button" onClick={() => select(own.map((each) => each.id), [])}>{types.label(type, language, own.length)}</button>
              <span className="figures quiet">{formatCount(own.length, language)}</span>
            </li>
          ))}
        </ul>
        <Leading view={view} ids={ids} />
        <Members group={group} members={members} />
      </div>
      <div className="inspector__foot">
        <Button size="small" icon={<Glyph path={mdiCheckboxMultipleBlankOutline} size={14} />} text={t(group.collapsed ? 'open' : 'close')} onClick={() => runActionById('group.toggle')} />
        <Button size="small" icon={<Glyph path={mdiPencilOutline} size={14} />} text={t('rename')} onClick={() => runActionById('group.rename')} />
        <Button size="small" icon={<Glyph path={mdiViewGridOutline} size={14} />} text={t('tidy')} onClick={() => runActionById('group.tidy')} />
        <Button size="small" icon={<Glyph path={mdiUngroup} size={14} />} text={t('dissolve')} onClick={() => runActionById('group.dissolve')} />
      </div>
    </div>
  );
}

/** Of whom, and by what was said where, the strictest handling is. */
function Strictest({ code, members }: { code: string; members: readonly EntityView[] }): ReactElement | null {
  const { t } = useTranslation('groups');
  const language = useLanguage();
  const types = useTypes();
  const having = members.filter((each) => each.handling === code);
  const [first] = having;
  const { data } = useCase('case.subject', { id: first?.id ?? '' }, first !== undefined);
  if (first === undefined) return null;
  const said = data?.id === first.id ? data.statements.find((each) => each.handling.some((condition) => condition.code === code)) : undefined;
  return (
    <p className="quiet group-cause">
      {t('strictest', { code: types.codeText(code, language) })}{' '}
      <button type="button" className="link-button" dir="auto" onClick={() => select([first.id], [])}>{first.caption}</button>
      {said ? ` ${t('saidIn', { source: said.sourceTitle })}` : ''}
      {having.length > 1 ? ` ${t('andOthers', { count: having.length - 1 })}` : ''}
    </p>
  );
}

/** The colour of the group on the chart. */
function Colours({ group }: { group: ChartGroupRecord }): ReactElement {
  const { t } = useTranslation('groups');
  const { colour: now, ...rest } = group.style ?? {};
  const paint = (colour: string | null): void => void changeGroup({ ...group, style: colour === null ? rest : { ...rest, colour } });
  return (
    <div className="group-colours" role="group" aria-label={t('colour')}>
      <button type="button" className="group-colours__one group-colours__one--none" aria-pressed={now === undefined} title={t('noColour')} aria-label={t('noColour')} onClick={() => paint(null)} />
      {Object.entries(PALETTE).map(([name, colour]) => <button key={name} type="button" className="group-colours__one" style={{ background: colour }} aria-pressed={now === colour} title={t(`formatting:colour.${name}`)} aria-label={t(`formatting:colour.${name}`)} onClick={() => paint(colour)} />)}
    </div>
  );
}

/** Links of the group as a whole: by type, to how many others; and how many lie within it. */
function Leading({ view, ids }: { view: ChartView; ids: readonly string[] }): ReactElement {
  const { t } = useTranslation('groups');
  const language = useLanguage();
  const types = useTypes();
  const { out, within } = useMemo(() => {
    const own = new Set(ids);
    const found = new Map<string, { count: number; others: Set<string>; lines: string[] }>();
    let inside = 0;
    for (const { id, type, from, to, count } of view.lines) {
      const [a, b] = [own.has(from), own.has(to)];
      if (a && b) inside += count;
      if (a === b) continue;
      const known = found.get(type) ?? { count: 0, others: new Set<string>(), lines: [] };
      known.count += count;
      known.others.add(a ? to : from);
      known.lines.push(id);
      found.set(type, known);
    }
    return { out: [...found].toSorted((a, b) => b[1].count - a[1].count), within: inside };
  }, [view, ids]);
  return (
    <section className="group-part">
      <h3>{t('links')}</h3>
      {out.length === 0 ? <p className="quiet">{t('noLinks')}</p> : (
        <ul className="many many--plain">
          {out.map(([type, { count, others, lines }]) => (
            <li key={type}>
              <button type="button" className="link-button" onClick={() => select([], lines)}>{types.label(type, language)}</button>
              <span className="figures quiet">{t('linksTo', { count: others.size, links: formatCount(count, language) })}</span>
            </li>
          ))}
        </ul>
      )}
      {within > 0 ? <p className="quiet">{t('linksWithin', { count: within })}</p> : null}
    </section>
  );
}

function Members({ group, members }: Shown): ReactElement {
  const { t } = useTranslation('groups');
  const types = useTypes();
  const held = members.toSorted((a, b) => a.caption.localeCompare(b.caption));
  return (
    <section className="group-part" aria-label={t('membersOf', { name: group.name })}>
      <h3>{t('members')}</h3>
      <ul className="many">
        {held.slice(0, LISTED).map((each) => (
          <li key={each.id}>
            <Disc family={types.family(each.type)} glyph={types.glyph(each.type)} size={18} />
            <button type="button" className="link-button clip" dir="auto" onClick={() => select([each.id], [])}>{each.caption}</button>
            <Grade text={each.handling} kind="handling" />
          </li>
        ))}
      </ul>
      {held.length > LISTED ? <p className="quiet">{t('moreMembers', { count: held.length - LISTED })}</p> : null}
    </section>
  );
}

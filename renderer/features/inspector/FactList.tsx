import { Button, Menu, MenuItem, PopoverNext } from '@blueprintjs/core';
import { mdiDeleteForeverOutline, mdiDeleteOutline, mdiDotsVertical, mdiFormatQuoteClose, mdiPencilOutline, mdiShieldEditOutline, mdiTableSearch, mdiTextBoxPlusOutline } from '@mdi/js';
import type { TFunction } from 'i18next';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { startErasing } from '../../actions/erasing';
import { startEvaluate } from '../../actions/evaluate';
import { addCitation } from '../../actions/briefing';
import { execute } from '../../actions/execute';
import { openPlace } from '../../actions/openSource';
import { useCase } from '../../case/queries';
import { useTypes } from '../../case/types';
import { confirm } from '../../ui/confirm';
import { EmptyState } from '../../ui/EmptyState';
import { Glyph } from '../../ui/Glyph';
import { Grade } from '../../ui/Grade';
import { grouped } from '../../ui/grouped';
import { formatCount, formatMoment, useLanguage } from '../../ui/language';
import { shownValue } from '../../ui/propertyValue';
import type { StatementView, SubjectView } from '../../../shared/contract';
import { groupFacts, type Fact, type FactGroup } from './facts';
import type { StatementTask } from './StatementDialog';

/** Facts by property: value, grading, source number and date; each number leads to its place in the source. */
export function FactList({ subject, onTask }: { subject: SubjectView; onTask: (task: StatementTask) => void }): ReactElement {
  const { t } = useTranslation('inspector');
  const types = useTypes();
  const groups = groupFacts(subject.statements, types.properties(subject.type), types.catalogue);
  if (groups.length === 0) return <EmptyState icon={mdiTextBoxPlusOutline} title={t('noFacts')} hint={t('noFactsHint')} />;
  return (
    <div className="facts">
      {groups.map((group) => <Group key={group.property} group={group} onTask={onTask} />)}
      {subject.more ? <p className="facts__more quiet">{t('moreStatements')}</p> : null}
      <ol className="facts__sources">
        {subject.sources.map((source) => <li key={source.id}><button type="button" className="link-button" onClick={() => openPlace(source.id, subject.statements.find((each) => each.source === source.id)?.locator ?? {})}>[{source.number}]</button> {source.title}{source.supplier ? ` · ${source.supplier}` : ''}</li>)}
      </ol>
    </div>
  );
}

function Group({ group, onTask }: { group: FactGroup; onTask: (task: StatementTask) => void }): ReactElement {
  const { t } = useTranslation('inspector');
  const language = useLanguage();
  return (
    <section className="facts__group">
      <h3>{group.type?.label[language] ?? group.property}{group.against.size > 0 ? <span className="facts__conflict"> · {t('contradicts')}</span> : null}</h3>
      {group.facts.map((fact) => <FactRow key={fact.value.v} fact={fact} group={group} conflict={group.against.has(fact)} onTask={onTask} />)}
    </section>
  );
}

/** How many sources are named behind one value; the rest is in the tab of sources. */
const PLACES = 4;

function FactRow({ fact, group, conflict, onTask }: { fact: Fact; group: FactGroup; conflict: boolean; onTask: (task: StatementTask) => void }): ReactElement {
  const { t } = useTranslation('kinds');
  const language = useLanguage();
  const assessed = fact.saidBy.every((each) => each.basis === 'assessment');
  // A source that says the same in many rows is named once, with their number.
  const bySource = [...grouped(fact.saidBy, (each) => `${each.source} ${each.of ?? ''} ${each.gradingText} ${each.basis} ${JSON.stringify(each.handling)}`).values()];
  return (
    <div className={`fact ${conflict ? 'fact--conflict' : ''}`}>
      <span className={`fact__value name ${assessed ? 'fact__value--assessed' : ''}`} dir="auto" title={fact.value.raw ?? undefined}>
        {shownValue(group.type, fact.value.v, language)}
        {fact.value.doubt ? <span className="fact__doubt" title={t(`doubt.${fact.value.doubt}`)}> ?</span> : null}
      </span>
      <span className="fact__said">
        {bySource.slice(0, PLACES).map((statements) => <Said key={statements[0]?.id} statements={statements} onTask={onTask} />)}
        {bySource.length > PLACES ? <span className="quiet figures">+{bySource.length - PLACES}</span> : null}
      </span>
    </div>
  );
}

function Said({ statements, onTask }: { statements: readonly StatementView[]; onTask: (task: StatementTask) => void }): ReactElement | null {
  const { t } = useTranslation('inspector');
  const language = useLanguage();
  const types = useTypes();
  const statement = statements[0];
  const of = statement?.of;
  const { data: identity } = useCase('case.identityOf', { id: of ?? '' }, of !== undefined);
  if (!statement) return null;
  const record = identity?.members.find((each) => each.id === of);
  const retract = async (): Promise<void> => {
    if (await confirm({ title: 'inspector:retractTitle', body: 'inspector:retractBody', action: 'inspector:retract', values: { count: statements.length }, danger: true })) await execute('statement.retract', { ids: statements.map((each) => each.id) });
  };
  const place = placeText(t, statement);
  return (
    <span className="said">
      {statement.basis === 'assessment' ? <span className="said__basis" title={t('basisAssessment')}>{t('basisShort')}</span> : null}
      <Grade text={statement.gradingText || types.gradingText(statement.grading)} />
      {statement.handling.map((each) => {
        const text = types.shortCode(each.code, language);
        return text === '' ? null : <Grade key={`${each.scheme} ${each.axis ?? ''} ${each.code}`} text={text} title={[types.codeMeaning(each.code, language), each.note ?? ''].filter((part) => part !== '').join(': ')} kind="handling" />;
      })}
      <button type="button" className="link-button" title={place} aria-label={t('openPlace', { place })} onClick={() => openPlace(statement.source, statement.locator)}>[{statement.sourceNumber}]</button>
      {statements.length > 1 ? <span className="quiet figures" title={t('rowsSay', { count: statements.length })}>×{formatCount(statements.length, language)}</span> : null}
      <span className="quiet figures">{formatMoment(statement.at, language, 'day')}</span>
      {record ? <span className="quiet said__of clip" title={record.caption}>{t('judging:ofRecord', { name: record.caption })}</span> : null}
      <PopoverNext
        placement="bottom-end"
        content={
          <Menu>
            <MenuItem icon={<Glyph path={mdiTableSearch} />} text={t('openSource')} onClick={() => openPlace(statement.source, statement.locator)} />
            <MenuItem icon={<Glyph path={mdiFormatQuoteClose} />} text={t('briefing:citeHere')} onClick={() => addCitation(...statements.map((each) => each.id))} />
            <MenuItem icon={<Glyph path={mdiShieldEditOutline} />} text={t('evaluation:action')} onClick={() => startEvaluate({ statements: statements.map((each) => each.id) })} />
            <MenuItem icon={<Glyph path={mdiPencilOutline} />} text={t('correct')} onClick={() => onTask({ kind: 'correct', statement })} />
            <MenuItem icon={<Glyph path={mdiDeleteOutline} />} intent="danger" text={t('retract')} onClick={() => void retract()} />
            <MenuItem icon={<Glyph path={mdiDeleteForeverOutline} />} intent="danger" text={t('erasing:menu')} onClick={() => startErasing({ kind: 'statements', ids: statements.map((each) => each.id) }, t('erasing:statements', { count: statements.length }))} />
          </Menu>
        }
      >
        <Button size="small" variant="minimal" className="said__menu" icon={<Glyph path={mdiDotsVertical} size={14} />} aria-label={t('statementMenu')} />
      </PopoverNext>
    </span>
  );
}

/** Where a statement stands, in words: "report.pdf, page 3". */
const PLACE_TEXTS = { row: 'place', line: 'placeLine', record: 'placeRecord' } as const;

function placeText(t: TFunction, { sourceTitle, locator }: StatementView): string {
  if (locator.page !== undefined) return t('placePage', { source: sourceTitle, page: locator.page });
  return locator.row === undefined ? sourceTitle : t(PLACE_TEXTS[locator.unit ?? 'row'], { source: sourceTitle, row: locator.row });
}

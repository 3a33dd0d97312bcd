import { Button, Menu, MenuItem, Popover } from '@blueprintjs/core';
import { mdiDeleteOutline, mdiDotsVertical, mdiPencilOutline, mdiTableSearch, mdiTextBoxPlusOutline } from '@mdi/js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { execute } from '../../actions/execute';
import { openSourceRow } from '../../actions/openSource';
import { useTypes } from '../../case/types';
import { confirm } from '../../ui/confirm';
import { EmptyState } from '../../ui/EmptyState';
import { Glyph } from '../../ui/Glyph';
import { Grade } from '../../ui/Grade';
import { formatMoment, useLanguage } from '../../ui/language';
import { shownValue } from '../../ui/propertyValue';
import type { StatementView, SubjectView } from '../../../shared/contract';
import { groupFacts, type Fact, type FactGroup } from './facts';
import type { StatementTask } from './StatementDialog';

/** Facts by property: value, grading, source number and date; each number leads to its place in the source. */
export function FactList({ subject, onTask }: { subject: SubjectView; onTask: (task: StatementTask) => void }): ReactElement {
  const { t } = useTranslation('inspector');
  const types = useTypes();
  const groups = groupFacts(subject.statements, types.properties(subject.type));
  if (groups.length === 0) return <EmptyState icon={mdiTextBoxPlusOutline} title={t('noFacts')} hint={t('noFactsHint')} />;
  return (
    <div className="facts">
      {groups.map((group) => <Group key={group.property} group={group} onTask={onTask} />)}
      {subject.more ? <p className="facts__more quiet">{t('moreStatements')}</p> : null}
      <ol className="facts__sources">
        {subject.sources.map((source) => <li key={source.id}><button type="button" className="link-button" onClick={() => openSourceRow(source.id, subject.statements.find((each) => each.source === source.id)?.locator.row ?? 1)}>[{source.number}]</button> {source.title}{source.supplier ? ` · ${source.supplier}` : ''}</li>)}
      </ol>
    </div>
  );
}

function Group({ group, onTask }: { group: FactGroup; onTask: (task: StatementTask) => void }): ReactElement {
  const { t } = useTranslation('inspector');
  const language = useLanguage();
  return (
    <section className="facts__group">
      <h3>{group.type?.label[language] ?? group.property}{group.contradicts ? <span className="facts__conflict"> · {t('contradicts')}</span> : null}</h3>
      {group.facts.map((fact, index) => <FactRow key={fact.value.v} fact={fact} group={group} conflict={group.contradicts && index > 0} onTask={onTask} />)}
    </section>
  );
}

/** How many places are named behind one value; the rest is in the tab of sources. */
const PLACES = 3;

function FactRow({ fact, group, conflict, onTask }: { fact: Fact; group: FactGroup; conflict: boolean; onTask: (task: StatementTask) => void }): ReactElement {
  const { t } = useTranslation('kinds');
  const language = useLanguage();
  const assessed = fact.saidBy.every((each) => each.basis === 'assessment');
  return (
    <div className={`fact ${conflict ? 'fact--conflict' : ''}`}>
      <span className={`fact__value name ${assessed ? 'fact__value--assessed' : ''}`} dir="auto" title={fact.value.raw ?? undefined}>
        {shownValue(group.type, fact.value.v, language)}
        {fact.value.doubt ? <span className="fact__doubt" title={t(`doubt.${fact.value.doubt}`)}> ?</span> : null}
      </span>
      <span className="fact__said">
        {fact.saidBy.slice(0, PLACES).map((statement) => <Said key={statement.id} statement={statement} onTask={onTask} />)}
        {fact.saidBy.length > PLACES ? <span className="quiet figures">+{fact.saidBy.length - PLACES}</span> : null}
      </span>
    </div>
  );
}

function Said({ statement, onTask }: { statement: StatementView; onTask: (task: StatementTask) => void }): ReactElement {
  const { t } = useTranslation('inspector');
  const language = useLanguage();
  const types = useTypes();
  const retract = async (): Promise<void> => {
    if (await confirm({ title: 'inspector:retractTitle', body: 'inspector:retractBody', action: 'inspector:retract', danger: true })) await execute('statement.retract', { ids: [statement.id] });
  };
  const place = statement.locator.row === undefined ? statement.sourceTitle : t('place', { source: statement.sourceTitle, row: statement.locator.row });
  return (
    <span className="said">
      <Grade text={statement.gradingText || types.gradingText(statement.grading)} />
      <button type="button" className="link-button" title={place} aria-label={t('openPlace', { place })} onClick={() => openSourceRow(statement.source, statement.locator.row ?? 1)}>[{statement.sourceNumber}]</button>
      <span className="quiet figures">{formatMoment(statement.at, language, 'day')}</span>
      <Popover
        placement="bottom-end"
        content={
          <Menu>
            <MenuItem icon={<Glyph path={mdiTableSearch} />} text={t('openSource')} onClick={() => openSourceRow(statement.source, statement.locator.row ?? 1)} />
            <MenuItem icon={<Glyph path={mdiPencilOutline} />} text={t('correct')} onClick={() => onTask({ kind: 'correct', statement })} />
            <MenuItem icon={<Glyph path={mdiDeleteOutline} />} intent="danger" text={t('retract')} onClick={() => void retract()} />
          </Menu>
        }
      >
        <Button size="small" variant="minimal" className="said__menu" icon={<Glyph path={mdiDotsVertical} size={14} />} aria-label={t('statementMenu')} />
      </Popover>
    </span>
  );
}

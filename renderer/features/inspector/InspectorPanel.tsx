import { Button, Tab, Tabs, Tag } from '@blueprintjs/core';
import { mdiCursorDefaultClickOutline, mdiDeleteForeverOutline, mdiPlus, mdiPlusNetworkOutline, mdiShieldEditOutline } from '@mdi/js';
import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useChartView } from '../../actions/chartView';
import { startErasing } from '../../actions/erasing';
import { startEvaluate } from '../../actions/evaluate';
import { startExpand } from '../../actions/expand';
import { groupSelected } from '../../actions/groups';
import { useInspected } from '../../actions/selected';
import { useCase } from '../../case/queries';
import { useTypes } from '../../case/types';
import { Disc } from '../../ui/Disc';
import { EmptyState } from '../../ui/EmptyState';
import { failureText } from '../../ui/failureText';
import { Glyph } from '../../ui/Glyph';
import { Grade } from '../../ui/Grade';
import { formatCount, useLanguage } from '../../ui/language';
import type { SubjectView } from '../../../shared/contract';
import { Categories } from './Categories';
import { FactList } from './FactList';
import { GroupSelected } from './GroupSelected';
import { KnownElsewhere } from './KnownElsewhere';
import { LineMembers, MOST_LINES } from './LineMembers';
import { LinkGroups } from './LinkGroups';
import { ManySelected } from './ManySelected';
import { OnWatchList } from './OnWatchList';
import { SameAs } from './SameAs';
import { ShownStrength } from './ShownStrength';
import { StatementDialog, type StatementTask } from './StatementDialog';
import { SubjectHistory } from './SubjectHistory';
import { SubjectSources } from './SubjectSources';
import './inspector.css';

/** Everything about what is selected: one thing in full, several as counts. */
export function InspectorPanel(): ReactElement {
  const { t } = useTranslation('inspector');
  const { entities, lines } = useInspected();
  const view = useChartView((state) => state.view);
  // A group of one is that one.
  const group = useMemo(() => (view === null || lines.length > 0 || entities.length < 2 ? null : groupSelected(view, entities)), [view, entities, lines]);
  const total = entities.length + lines.length;
  if (total === 0) return <EmptyState icon={mdiCursorDefaultClickOutline} title={t('empty')} hint={t('emptyHint')} />;
  if (group !== null && view !== null) return <GroupSelected key={group.id} group={group} ids={entities} view={view} />;
  const id = entities[0] ?? lines[0] ?? '';
  const list = entities.length === 0 && lines.length <= MOST_LINES && (lines.length > 1 || id.includes('|'));
  if (list) return <LineMembers key={lines.join(' ')} lines={lines} />;
  return total > 1 ? <ManySelected entities={entities} links={lines.length} /> : <SubjectInspector key={id} id={id} />;
}

/** One entity or link with its statements, links, sources and history. */
export function SubjectInspector({ id }: { id: string }): ReactElement {
  const { t } = useTranslation('inspector');
  const [task, setTask] = useState<StatementTask | null>(null);
  const { data, error } = useCase('case.subject', { id });
  if (error) return <EmptyState icon={mdiCursorDefaultClickOutline} title={t('gone')} hint={failureText(t, error)} />;
  if (!data || data.id !== id) return <div className="panel" />;
  const isEntity = data.kind === 'entity';
  const links = data.linkCounts.reduce((sum, each) => sum + each.count, 0);
  return (
    <div className="panel inspector">
      <SubjectHead subject={data} links={links} />
      {isEntity ? null : <ShownStrength lines={[id]} />}
      {data.entity ? <SameAs entity={data.entity} /> : null}
      {data.entity ? <OnWatchList entity={data.entity} /> : null}
      {data.entity ? <KnownElsewhere entity={data.entity} /> : null}
      <Tabs id="inspector" className="inspector__tabs" renderActiveTabPanelOnly>
        <Tab id="facts" title={t('facts')} panel={<FactList subject={data} onTask={setTask} />} />
        {isEntity ? <Tab id="links" title={<Counted text={t('links')} count={links} />} panel={<LinkGroups subject={data} />} /> : null}
        <Tab id="sources" title={<Counted text={t('sources')} count={data.sources.length} />} panel={<SubjectSources subject={data} />} />
        <Tab id="history" title={t('history')} panel={<SubjectHistory subject={data} />} />
      </Tabs>
      <div className="inspector__foot">
        <Button size="small" icon={<Glyph path={mdiPlus} size={14} />} text={t('addStatement')} onClick={() => setTask({ kind: 'add' })} />
        {isEntity ? <Button size="small" icon={<Glyph path={mdiPlusNetworkOutline} size={14} />} text={t('expand')} onClick={() => startExpand([id])} /> : null}
        <Button size="small" icon={<Glyph path={mdiShieldEditOutline} size={14} />} text={t('evaluation:action')} onClick={() => startEvaluate({ subjects: [...(data.entity?.members ?? [id])] })} />
        <Button size="small" variant="minimal" intent="danger" icon={<Glyph path={mdiDeleteForeverOutline} size={14} />} title={t('erasing:menu')} aria-label={t('erasing:menu')} onClick={() => startErasing(isEntity ? { kind: 'subjects', entities: [...(data.entity?.members ?? [id])], links: [] } : { kind: 'subjects', entities: [], links: [id] }, data.caption)} />
      </div>
      {task ? <StatementDialog subject={data} task={task} onClose={() => setTask(null)} /> : null}
    </div>
  );
}

function Counted({ text, count }: { text: string; count: number }): ReactElement {
  const language = useLanguage();
  return <>{text}<span className="figures inspector__count">{formatCount(count, language)}</span></>;
}

function SubjectHead({ subject, links }: { subject: SubjectView; links: number }): ReactElement {
  const { t } = useTranslation('inspector');
  const language = useLanguage();
  const types = useTypes();
  const { entity, ends } = subject;
  const handling = entity?.handling ? types.codeText(entity.handling, language) : '';
  const about = [types.label(subject.type, language), t('sourceCount', { count: subject.sources.length }), ...(entity ? [t('linkCount', { count: links })] : [])].join(' · ');
  return (
    <header className="inspector__head">
      {entity ? <Disc family={types.family(subject.type)} glyph={types.glyph(subject.type)} size={44} /> : null}
      <div className="inspector__names">
        <h2 className="name" dir="auto">{ends ? `${ends.from.caption} – ${ends.to.caption}` : subject.caption}</h2>
        <p className="quiet">{about}</p>
        <div className="inspector__tags">
          {entity ? <Categories subject={subject} /> : null}
          {entity?.contradicts ? <Tag minimal intent="danger">{t('contradicts')}</Tag> : null}
          {handling === '' ? null : <Grade text={handling} title={types.codeMeaning(entity?.handling ?? '', language)} kind="handling" />}
          {entity?.assessed ? <Tag minimal>{t('evaluation:onlyAssessment')}</Tag> : null}
        </div>
      </div>
    </header>
  );
}

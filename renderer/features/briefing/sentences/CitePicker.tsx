import { Button, Checkbox, SegmentedControl, Spinner } from '@blueprintjs/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useInspected } from '../../../actions/selected';
import type { EntityView } from '../../../../shared/contract';
import type { CitedStatement } from '../../../../shared/contract/briefings';
import { EntityPicker } from '../EntityPicker';
import { MOST_SUBJECTS, useCitable } from './useCitable';

/**
 * Picks what a sentence rests on: among the statements of what is selected on the chart, in the table or in the inspector, or of what a search finds. Stands under the
 * sentence and takes no part of the window away, so that one can go on selecting.
 */
export function CitePicker({ cited, onCite, onClose }: { cited: readonly string[]; onCite: (statements: readonly string[]) => void; onClose: () => void }): ReactElement {
  const { t } = useTranslation('briefing');
  const inspected = useInspected();
  const selected = inspected.entities.length + inspected.lines.length;
  const [from, setFrom] = useState<'selection' | 'search'>(selected > 0 ? 'selection' : 'search');
  const [found, setFound] = useState<EntityView | null>(null);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const bySelection = from === 'selection';
  const { subjects, loading, left } = useCitable(bySelection ? inspected.entities : found === null ? [] : [found.id], bySelection ? inspected.lines : []);
  const open = subjects.flatMap((each) => each.statements).filter((each) => !cited.includes(each.id));
  const toggle = (ids: readonly string[], on: boolean): void => setPicked((before) => new Set(on ? [...before, ...ids] : [...before].filter((id) => !ids.includes(id))));
  const cite = (): void => {
    onCite([...picked]);
    onClose();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the keys of what stands in it
    <div
      className="cite" role="group" aria-label={t('citePick')}
      onKeyDown={(event) => { if (event.key === 'Escape') { event.preventDefault(); event.stopPropagation(); onClose(); } else if (event.key === 'Enter' && event.ctrlKey && picked.size > 0) { event.preventDefault(); cite(); } }}
    >
      <div className="cite__head">
        <SegmentedControl size="small" value={from} onValueChange={(value) => setFrom(value === 'selection' ? 'selection' : 'search')} options={[{ value: 'selection', label: t('citeSelection', { count: selected }) }, { value: 'search', label: t('citeSearch') }]} />
      </div>
      {bySelection && selected === 0 ? <p className="quiet">{t('citeNothingSelected')}</p> : null}
      {!bySelection && found === null ? <EntityPicker label={t('citeFind')} autoFocus onPick={setFound} /> : null}
      {!bySelection && found !== null ? <p className="cite__found"><strong className="name clip" dir="auto">{found.caption}</strong> <button type="button" className="link-button" onClick={() => setFound(null)}>{t('citeAnother')}</button></p> : null}
      {loading ? <Spinner size={18} /> : null}
      {open.length > 1 ? <Checkbox className="cite__all" label={t('citeAll', { count: open.length })} checked={open.every((each) => picked.has(each.id))} onChange={(event) => toggle(open.map((each) => each.id), event.currentTarget.checked)} /> : null}
      {subjects.length > 0 ? (
        <div className="cite__list">
          {subjects.map((subject) => (
            <fieldset key={subject.id}>
              <legend className="name clip" dir="auto">{subject.caption}</legend>
              {subject.statements.map((each) => <Offered key={each.id} statement={each} cited={cited.includes(each.id)} picked={picked.has(each.id)} onToggle={(on) => toggle([each.id], on)} />)}
            </fieldset>
          ))}
        </div>
      ) : null}
      {left > 0 && bySelection ? <p className="quiet">{t('citeLeft', { count: left, shown: MOST_SUBJECTS })}</p> : null}
      <div className="cite__foot">
        <Button size="small" variant="minimal" text={t('app:cancel')} onClick={onClose} />
        <Button size="small" intent="primary" disabled={picked.size === 0} text={t('citeNow', { count: Math.max(1, picked.size) })} onClick={cite} />
      </div>
    </div>
  );
}

function Offered({ statement, cited, picked, onToggle }: { statement: CitedStatement; cited: boolean; picked: boolean; onToggle: (on: boolean) => void }): ReactElement {
  const { t } = useTranslation('briefing');
  const said = [statement.grading, statement.handling, statement.basis === 'assessment' ? t('assessment') : '', [statement.sourceTitle, statement.place].filter(Boolean).join(' ')].filter(Boolean).join(' · ');
  return (
    <Checkbox className="cite__statement" checked={cited || picked} disabled={cited} onChange={(event) => onToggle(event.currentTarget.checked)} labelElement={<span><span dir="auto" data-said title={statement.text}>{statement.text}</span> <span className="quiet" dir="auto">{said}</span></span>} />
  );
}

import { InputGroup } from '@blueprintjs/core';
import { useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useInspected } from '../../actions/selected';
import { useCase } from '../../case/queries';
import { useTypes } from '../../case/types';
import type { EntityView } from '../../../shared/contract';
import { Disc } from '../../ui/Disc';
import { useLanguage } from '../../ui/language';
import { useLater } from '../../ui/useLater';

const SHOWN = 30;

/** Arrow keys go through a list of buttons, and back to the field above it. */
export function walkList(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const stops = [...(event.currentTarget.closest('.chooser')?.querySelectorAll<HTMLElement>('input, [data-choice]') ?? [])];
  const at = stops.indexOf(event.currentTarget);
  const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
}

/** Finds an entity of the case by search; before anything is typed, offers what is selected and then those with most links. `types`: only these. */
export function EntityPicker({ label, types: only, onPick, autoFocus }: { label: string; types?: readonly string[]; onPick: (entity: EntityView) => void; autoFocus?: boolean }): ReactElement {
  const { t } = useTranslation('briefing');
  const language = useLanguage();
  const types = useTypes();
  const [text, setText] = useState('');
  const asked = useLater(text.trim());
  const wanted = only === undefined ? {} : { types: [...only] };
  const inspected = useInspected();
  const selected = useCase('case.entities', { ids: inspected.entities.slice(0, SHOWN) }, asked === '' && inspected.entities.length > 0);
  const browsed = useCase('case.browse', { limit: SHOWN, order: 'links', ...wanted }, asked === '');
  const found = useCase('case.search', { text: asked, limit: SHOWN, ...wanted }, asked !== '');
  const first = inspected.entities.length === 0 ? [] : (selected.data ?? []).filter((each) => only === undefined || only.includes(each.type));
  const all = asked === '' ? [...first, ...(browsed.data?.entities ?? [])] : (found.data?.hits ?? []).map((hit) => hit.entity);
  const offered = [...new Map(all.map((each) => [each.id, each])).values()].slice(0, SHOWN);
  const answered = asked === '' ? browsed.isFetched : found.isFetched;
  return (
    <div className="chooser">
      <InputGroup type="search" value={text} onValueChange={setText} placeholder={label} aria-label={label} autoFocus={autoFocus} onKeyDown={(event) => {
        const best = offered[0];
        if (event.key !== 'Enter') return walkList(event);
        event.preventDefault();
        if (asked !== '' && best && asked === text.trim()) onPick(best);
      }} />
      <div className="chooser__list" role="group" aria-label={t('found')}>
        {offered.map((entity) => (
          <button key={entity.id} type="button" className="chooser__choice" data-choice onClick={() => onPick(entity)} onKeyDown={walkList}>
            <Disc family={types.family(entity.type)} glyph={types.glyph(entity.type)} size={20} />
            <span className="clip"><span className="name" dir="auto">{entity.caption}</span> <span className="quiet">{[types.label(entity.type, language), types.keyText(entity, language)].filter(Boolean).join(' · ')}</span></span>
          </button>
        ))}
        {answered && offered.length === 0 ? <p className="quiet chooser__none">{t('nothingFound')}</p> : null}
      </div>
    </div>
  );
}

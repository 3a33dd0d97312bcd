import { MenuItem } from '@blueprintjs/core';
import { Omnibar, type ItemRendererProps } from '@blueprintjs/select';
import { useLayoutEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action } from '../actions/action';
import { addToChart } from '../actions/addToChart';
import { ACTIONS, runAction } from '../actions/registry';
import { selectAndCentre } from '../actions/selectionActions';
import { changeSession, useSession } from '../actions/session';
import { useActionContext, useActionLabel } from '../actions/useActions';
import { useChartView } from '../actions/chartView';
import { useCase } from '../case/queries';
import { useTypes } from '../case/types';
import { Disc } from '../ui/Disc';
import { Excerpt } from '../ui/Excerpt';
import { Glyph } from '../ui/Glyph';
import { useShortcutText } from '../ui/KeyCaps';
import { useLanguage } from '../ui/language';
import { useLater } from '../ui/useLater';
import type { SearchHit } from '../../shared/contract';

type Entry = { readonly kind: 'hit'; readonly hit: SearchHit } | { readonly kind: 'action'; readonly action: Action };

const HITS = 12;
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const close = (): void => changeSession({ palette: false });

/** One box for everything: what is in the case, and what can be done. Enter adds a hit to the chart or runs an action. */
export function CommandPalette(): ReactElement | null {
  const shown = useSession((state) => state.palette);
  return shown ? <Palette /> : null;
}

function Palette(): ReactElement {
  const { t } = useTranslation('app');
  const [query, setQuery] = useState('');
  const asked = useLater(query.trim(), 80);
  const context = useActionContext();
  const label = useActionLabel();
  const found = useCase('case.search', { text: asked, limit: HITS }, asked.length > 1 && context.session.open !== null);
  const words = fold(query).split(/\s+/).filter(Boolean);
  const actions = ACTIONS.filter((action) => !action.quiet && action.enabled(context) && words.every((word) => fold(label(action)).includes(word)));
  const entries: Entry[] = [
    ...(query.trim() === '' ? [] : (found.data?.hits ?? []).map((hit): Entry => ({ kind: 'hit', hit }))),
    ...actions.map((action): Entry => ({ kind: 'action', action })),
  ];
  // What is typed before its field has the focus is meant for it, and for no key of the chart.
  useLayoutEffect(() => {
    const early = (event: KeyboardEvent): void => {
      if (event.target instanceof Element && event.target.closest('.palette') !== null) return;
      event.stopPropagation();
      if (event.key === 'Escape') close();
      if (event.key.length !== 1 || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      setQuery((typed) => typed + event.key);
    };
    window.addEventListener('keydown', early, true);
    return () => window.removeEventListener('keydown', early, true);
  }, []);
  const choose = (entry: Entry): void => {
    close();
    if (entry.kind === 'action') return runAction(entry.action);
    const { id } = entry.hit.entity;
    if (useChartView.getState().view?.entities.some((each) => each.id === id)) selectAndCentre(id);
    else void addToChart([id]);
  };
  return (
    <Omnibar<Entry>
      isOpen className="palette" items={entries} query={query} onQueryChange={setQuery} onItemSelect={choose} onClose={close} resetOnSelect
      itemsEqual={(a, b) => keyOf(a) === keyOf(b)} itemRenderer={(entry, props) => <EntryItem key={keyOf(entry)} entry={entry} item={props} />}
      noResults={<MenuItem disabled text={t('nothingFound')} roleStructure="listoption" />} inputProps={{ placeholder: t('searchBox'), 'aria-label': t('searchBox'), leftIcon: null }}
    />
  );
}

const keyOf = (entry: Entry): string => (entry.kind === 'hit' ? `${entry.hit.entity.id}:${entry.hit.property}` : entry.action.id);

function EntryItem({ entry, item }: { entry: Entry; item: ItemRendererProps }): ReactElement | null {
  const language = useLanguage();
  const types = useTypes();
  const label = useActionLabel();
  const keys = useShortcutText();
  const { active, disabled } = item.modifiers;
  const common = { active, disabled, onClick: item.handleClick, onFocus: item.handleFocus, roleStructure: 'listoption' } as const;
  if (entry.kind === 'action') {
    const { action } = entry;
    return <MenuItem {...common} icon={<Glyph path={action.icon} />} text={label(action)} label={action.shortcuts?.[0] ? keys(action.shortcuts[0]) : undefined} />;
  }
  const { entity, property, excerpt } = entry.hit;
  return <MenuItem {...common} icon={<Disc family={types.family(entity.type)} glyph={types.glyph(entity.type)} size={20} />} text={<span><span className="name" dir="auto">{entity.caption}</span>{property === '' || excerpt === '' ? null : <span className="quiet"> · <Excerpt text={excerpt} /></span>}</span>} label={[types.label(entity.type, language), types.keyText(entity, language)].filter(Boolean).join(' · ')} />;
}

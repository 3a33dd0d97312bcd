import { Button, Switch } from '@blueprintjs/core';
import { mdiArrowDown, mdiArrowUp, mdiContentDuplicate, mdiDeleteOutline, mdiDragVertical } from '@mdi/js';
import { useState, type DragEvent, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormattingRule } from '../../../shared/model/formatting';
import { useTypes } from '../../case/types';
import { Glyph } from '../../ui/Glyph';
import { formatCount, useLanguage } from '../../ui/language';
import { RuleSwatch } from './RuleSwatch';
import { conditionText } from './ruleText';

/** What is dragged within the list of rules; no other list takes it. */
const RULE = 'application/x-knoop-formatting-rule';

export interface RuleEdits {
  readonly open: (id: string) => void;
  readonly toggle: (id: string) => void;
  readonly move: (id: string, by: 1 | -1) => void;
  readonly place: (id: string, beside: string, side: 'before' | 'after') => void;
  readonly copy: (id: string) => void;
  readonly remove: (id: string) => void;
}

interface RuleRowProps {
  readonly rule: FormattingRule;
  readonly hits: number | null;
  readonly first: boolean;
  readonly last: boolean;
  readonly edits: RuleEdits;
  /** The editor, while the rule is open in it. */
  readonly children?: ReactNode;
}

/** One rule: what it does, what it asks and how many things it hits; its place is changed by dragging or by keys. */
export function RuleRow({ rule, hits, first, last, edits, children }: RuleRowProps): ReactElement {
  const { t } = useTranslation('formatting');
  const language = useLanguage();
  const types = useTypes();
  const [over, setOver] = useState<'before' | 'after' | null>(null);
  const { id, name } = rule;
  const press = (event: KeyboardEvent<HTMLElement>): void => {
    const row = event.currentTarget.closest('li');
    const neighbour = (by: 1 | -1): HTMLElement | null => (by === 1 ? row?.nextElementSibling : row?.previousElementSibling)?.querySelector<HTMLElement>('[data-rule-line]') ?? null;
    const done = (): boolean => {
      if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) { edits.move(id, event.key === 'ArrowUp' ? -1 : 1); return true; }
      if (event.ctrlKey && event.key.toLowerCase() === 'd') { edits.copy(id); return true; }
      if (event.altKey || event.ctrlKey || event.metaKey) return false;
      if (event.key === 'Delete') { (neighbour(1) ?? neighbour(-1))?.focus(); edits.remove(id); return true; }
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') { neighbour(event.key === 'ArrowDown' ? 1 : -1)?.focus(); return true; }
      return false;
    };
    if (!done()) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const dragOver = (event: DragEvent<HTMLElement>): void => {
    if (!event.dataTransfer.types.includes(RULE)) return;
    event.preventDefault();
    const { top, height } = event.currentTarget.getBoundingClientRect();
    setOver(event.clientY < top + height / 2 ? 'before' : 'after');
  };
  const drop = (event: DragEvent<HTMLElement>): void => {
    const moved = event.dataTransfer.getData(RULE);
    setOver(null);
    if (moved === '') return;
    event.preventDefault();
    edits.place(moved, id, over ?? 'after');
  };
  const tool = (label: string, icon: string, key: string, run: () => void, disabled = false): ReactElement => <Button size="small" variant="minimal" disabled={disabled} icon={<Glyph path={icon} size={14} />} aria-label={t(label, { name })} title={`${t(label, { name })} (${key})`} onClick={run} />;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- takes what is dropped; by keys its line moves it
    <li className={`rule-row ${rule.on ? '' : 'rule-row--off'}`} data-over={over ?? undefined} onDragOver={dragOver} onDragLeave={() => setOver(null)} onDrop={drop}>
      <div className="rule-row__head">
        <span className="rule-row__grip" draggable aria-hidden title={t('drag')} onDragStart={(event) => { event.dataTransfer.setData(RULE, id); event.dataTransfer.effectAllowed = 'move'; }}><Glyph path={mdiDragVertical} size={16} /></span>
        <Switch className="rule-row__on" checked={rule.on} aria-label={t('on', { name })} onChange={() => edits.toggle(id)} />
        <button type="button" className="rule-row__line" data-rule-line aria-expanded={children !== undefined} aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete Control+D" onClick={() => edits.open(id)} onKeyDown={press}>
          <RuleSwatch rule={rule} />
          <span className="rule-row__words">
            <span className="rule-row__name clip" dir="auto">{name}</span>
            <span className="rule-row__says clip quiet">{t(`target.${rule.target}`)}: {rule.conditions.map((condition) => conditionText(t, condition, language, types)).join(' · ')}{rule.stop ? ` · ${t('stops')}` : ''}</span>
          </span>
          {hits === null ? null : <span className="figures quiet" title={t('hits', { count: hits })}>{formatCount(hits, language)}</span>}
        </button>
      </div>
      {children === undefined ? null : (
        <div className="rule-row__open">
          <span className="rule-row__tools">
            {tool('moveUp', mdiArrowUp, 'Alt+↑', () => edits.move(id, -1), first)}
            {tool('moveDown', mdiArrowDown, 'Alt+↓', () => edits.move(id, 1), last)}
            {tool('duplicate', mdiContentDuplicate, 'Ctrl+D', () => edits.copy(id))}
            {tool('remove', mdiDeleteOutline, 'Del', () => edits.remove(id))}
          </span>
          {children}
        </div>
      )}
    </li>
  );
}

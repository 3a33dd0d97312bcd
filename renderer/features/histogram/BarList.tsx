import { useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bar, Subject } from '../../actions/histogram';
import { useSelected } from '../../actions/selected';
import { formatCount, useLanguage } from '../../ui/language';

/** Least width of a column of bars, px, and bars that are put one above the other before a second column is begun. */
const COLUMN = 380;
const TALL = 8;

interface BarListProps {
  readonly bars: readonly Bar[];
  /** What is not drawn any more. */
  readonly more: readonly Bar[];
  readonly label: string;
  readonly name: (value: string) => string;
  readonly subject: Subject;
  /** The filter of these bars that is on. */
  readonly filtered: { readonly values: readonly string[]; readonly inverted: boolean } | null;
  readonly onPick: (bars: readonly Bar[], adding: boolean) => void;
  readonly onFilter: (value: string) => void;
}

/**
 * The bars, each with how many of its items are selected. A click selects, Ctrl adds, dragging or Shift selects from one bar to another, a double click filters.
 * With the keys: arrows, Space, Ctrl and Space, Shift and an arrow, Enter.
 */
export function BarList({ bars, more, label, name, subject, filtered, onPick, onFilter }: BarListProps): ReactElement {
  const { t } = useTranslation('histogram');
  const language = useLanguage();
  const selected = useSelected();
  const chosen = useMemo(() => new Set(subject === 'lines' ? selected.lines : selected.entities), [selected, subject]);
  const list = useRef<HTMLDivElement>(null);
  const [columns, setColumns] = useState(1);
  const [focus, setFocus] = useState(0);
  const anchor = useRef(0);
  const dragging = useRef<{ readonly from: number; to: number } | null>(null);
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const fit = (): void => setColumns(Math.max(1, Math.floor(element.clientWidth / COLUMN)));
    fit();
    const observer = new ResizeObserver(fit);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const most = Math.max(1, ...bars.map((bar) => bar.ids.length));
  const wide = Math.max(1, Math.min(columns, Math.ceil(bars.length / TALL)));
  const range = (a: number, b: number): readonly Bar[] => bars.slice(Math.min(a, b), Math.max(a, b) + 1);

  const barAt = (event: PointerEvent): number => Number(document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-bar]')?.dataset['bar'] ?? -1);
  const press = (event: PointerEvent, at: number): void => {
    const bar = bars[at];
    if (event.button !== 0 || !bar) return;
    setFocus(at);
    if (event.shiftKey) return onPick(range(anchor.current, at), false);
    anchor.current = at;
    dragging.current = { from: at, to: at };
    // The second press of a double click must not take away what the first one added.
    if (event.detail < 2) onPick([bar], event.ctrlKey || event.metaKey);
  };
  const drag = (event: PointerEvent): void => {
    const held = dragging.current;
    if (held === null || event.buttons === 0) return;
    const at = barAt(event);
    if (at < 0 || at === held.to) return;
    held.to = at;
    onPick(range(held.from, at), false);
  };
  const go = (to: number, extending: boolean): void => {
    const at = Math.max(0, Math.min(bars.length - 1, to));
    setFocus(at);
    list.current?.querySelector<HTMLElement>(`[data-bar="${at}"]`)?.focus();
    if (extending) onPick(range(anchor.current, at), false);
    else anchor.current = at;
  };
  const key = (event: KeyboardEvent): void => {
    const rows = Math.ceil(bars.length / wide);
    const bar = bars[focus];
    const steps: Readonly<Record<string, number>> = { ArrowDown: focus + 1, ArrowUp: focus - 1, ArrowRight: focus + rows, ArrowLeft: focus - rows, Home: 0, End: bars.length - 1 };
    const to = steps[event.key];
    if (to !== undefined && !event.altKey && !event.ctrlKey) go(to, event.shiftKey);
    else if (event.key === ' ' && bar) onPick([bar], event.ctrlKey || event.metaKey);
    else if (event.key === 'Enter' && bar) onFilter(bar.value);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div ref={list} className="histogram__scroll">
      <div
        className="histogram__bars" role="listbox" aria-multiselectable aria-label={label} tabIndex={-1} style={{ gridTemplateRows: `repeat(${Math.ceil(bars.length / wide)}, 26px)`, gridTemplateColumns: `repeat(${wide}, minmax(0, 1fr))` }}
        onKeyDown={key} onPointerMove={drag} onPointerUp={() => { dragging.current = null; }} onPointerCancel={() => { dragging.current = null; }}
      >
        {bars.map((bar, at) => {
          const text = name(bar.value);
          const own = bar.ids.filter((id) => chosen.has(id)).length;
          const out = filtered !== null && filtered.values.includes(bar.value) === filtered.inverted;
          const counts = t('counts', { selected: formatCount(own, language), count: formatCount(bar.ids.length, language) });
          return (
            <div
              key={bar.value} data-bar={at} role="option" aria-selected={own > 0} aria-label={`${text}: ${counts}${out ? `, ${t('leftOut')}` : ''}`} tabIndex={at === Math.min(focus, bars.length - 1) ? 0 : -1}
              className={`histogram__bar ${out ? 'histogram__bar--out' : ''}`} title={`${text}: ${counts}`} onPointerDown={(event) => press(event, at)} onDoubleClick={() => onFilter(bar.value)}
            >
              <span className={`clip ${bar.value === '' ? 'quiet' : ''}`} dir="auto">{text}</span>
              <span className="histogram__track">
                <i className="histogram__all" style={{ inlineSize: `${(100 * bar.ids.length) / most}%` }} />
                <i className="histogram__selected" style={{ inlineSize: `${(100 * own) / most}%` }} />
              </span>
              <span className="histogram__count figures">{own > 0 ? <b>{formatCount(own, language)} / </b> : null}{formatCount(bar.ids.length, language)}</span>
            </div>
          );
        })}
      </div>
      {more.length > 0 ? <p className="quiet histogram__more">{t('more', { count: more.length, items: formatCount(new Set(more.flatMap((bar) => bar.ids)).size, language) })}</p> : null}
    </div>
  );
}

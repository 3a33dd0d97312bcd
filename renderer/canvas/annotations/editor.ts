import type { AnnotationRecord } from '../../../shared/model/drawing';
import type { Theme } from '../theme';
import { boxOf, lettersOf, type Placed } from './geometry';
import { LINE_HEIGHT, PAD, type View } from './paint';

/** Letters in the field are not smaller than this, however small the chart is shown: CSS px. */
const LEAST_LETTERS = 11;

export interface Editor {
  readonly id: string;
  /** Puts the field where its annotation is now. */
  follow(placed: Placed, view: View): void;
  /** Ends it without a change. */
  cancel(): void;
}

interface Wishes {
  readonly label: string;
  readonly theme: Theme;
  /** The text that was written; null when the writer stepped back. */
  ended(text: string | null): void;
}

/** A field over the chart in which the words of an annotation are written: Ctrl+Enter or leaving it keeps them, Escape does not. In a heading, Enter alone keeps them. */
export function openEditor(container: HTMLElement, record: AnnotationRecord, { label, theme, ended }: Wishes): Editor {
  const field = document.createElement('textarea');
  field.className = 'mark-editor';
  field.value = record.text;
  field.maxLength = 10_000;
  field.spellcheck = false;
  field.setAttribute('aria-label', label);
  const words = record.kind === 'note';
  Object.assign(field.style, {
    position: 'absolute', zIndex: '6', margin: '0', border: `1.5px solid ${theme.accent}`, borderRadius: '3px', resize: 'none', overflow: 'auto', boxSizing: 'border-box', outline: 'none', fontFamily: 'inherit',
    color: theme.text, background: theme.background, lineHeight: String(LINE_HEIGHT), fontWeight: record.kind === 'heading' ? '700' : words || record.kind === 'text' ? '400' : '600',
  });
  let open = true;
  const end = (text: string | null): void => {
    if (!open) return;
    open = false;
    const focused = document.activeElement === field;
    field.remove();
    if (focused) container.focus({ preventScroll: true });
    ended(text);
  };
  field.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === 'Escape') end(null);
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey || (record.kind === 'heading' && !event.shiftKey))) end(field.value);
    else return;
    event.preventDefault();
  });
  for (const name of ['mousedown', 'mouseup', 'dblclick', 'contextmenu', 'wheel'] as const) field.addEventListener(name, (event) => event.stopPropagation());
  field.addEventListener('blur', () => end(field.value));
  container.append(field);
  return {
    id: record.id,
    follow: (placed, { zoom, pan }) => {
      const box = boxOf(placed);
      const size = Math.max(LEAST_LETTERS, lettersOf(placed.record) * zoom);
      const arrow = placed.record.kind === 'arrow';
      const width = arrow ? 180 : Math.max(120, (box.right - box.left) * zoom);
      const height = arrow || placed.record.kind === 'box' || placed.record.kind === 'circle' ? size * LINE_HEIGHT * 2 + 8 : Math.max(size * LINE_HEIGHT + 8, (box.bottom - box.top) * zoom);
      const x = arrow ? ((box.left + box.right) / 2) * zoom + pan.x - width / 2 : box.left * zoom + pan.x;
      const y = arrow ? ((box.top + box.bottom) / 2) * zoom + pan.y - height / 2 : box.top * zoom + pan.y;
      Object.assign(field.style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px`, fontSize: `${size}px`, padding: words ? `${PAD * zoom * 0.8}px ${PAD * zoom}px` : '2px 4px' });
      if (document.activeElement !== field && open) {
        field.focus({ preventScroll: true });
        field.select();
      }
    },
    cancel: () => end(null),
  };
}

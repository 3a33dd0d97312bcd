/**
 * Shortcuts are written "Ctrl+Shift+Z" and compared with what the key types (event.key), not with where it lies on the keyboard,
 * so that they are the same letters on AZERTY, QWERTZ and QWERTY.
 */
export interface KeyPress {
  readonly key: string;
  /** Place of the key: "Digit1". */
  readonly code?: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** Signs that need Shift on one layout and none on another: there Shift is not part of the shortcut. */
const SIGNS = new Set(['+', '-', '=', '0', '?']);

/** True when a key press is this shortcut. */
export function isShortcut(press: KeyPress, shortcut: string): boolean {
  const parts = shortcut === '+' ? ['+'] : shortcut.endsWith('++') ? [...shortcut.slice(0, -2).split('+'), '+'] : shortcut.split('+');
  const key = parts.at(-1) ?? '';
  const wants = (name: string): boolean => parts.slice(0, -1).includes(name);
  // Digits lie behind Shift on some layouts, and Shift hides them on others: there the place counts.
  if (/^[1-9]$/.test(key) ? press.key !== key && press.code !== `Digit${key}` : press.key.toLowerCase() !== key.toLowerCase()) return false;
  if ((press.ctrlKey || press.metaKey) !== wants('Ctrl') || press.altKey !== wants('Alt')) return false;
  return SIGNS.has(key) || press.shiftKey === wants('Shift');
}

/** True while the user types in a field, where single keys and editing keys belong to the text. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.tagName === 'TEXTAREA' || target.tagName === 'SELECT' || (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type));
}

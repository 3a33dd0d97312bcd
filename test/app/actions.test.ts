import { describe, expect, it } from 'vitest';
import { ACTIONS, actionForKey } from '../../renderer/actions/registry';
import { isShortcut } from '../../renderer/actions/keys';
import { fakeSession } from './fakeSession';

const press = (key: string, extra: Partial<Parameters<typeof isShortcut>[0]> = {}) => ({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...extra });

describe('actions', () => {
  it('have an id and keys of their own', () => {
    const ids = ACTIONS.map((action) => action.id);
    expect(new Set(ids).size).toBe(ids.length);
    const shortcuts = ACTIONS.flatMap((action) => action.shortcuts ?? []);
    expect(shortcuts.filter((shortcut, index) => shortcuts.indexOf(shortcut) !== index)).toEqual([]);
  });

  it('answer to what a key types, wherever it lies on the keyboard', () => {
    expect(isShortcut(press('z', { ctrlKey: true }), 'Ctrl+Z')).toBe(true);
    expect(isShortcut(press('Z', { ctrlKey: true, shiftKey: true }), 'Ctrl+Z')).toBe(false);
    expect(isShortcut(press('Z', { ctrlKey: true, shiftKey: true }), 'Ctrl+Shift+Z')).toBe(true);
    // On AZERTY the digits need Shift; on QWERTY they do not.
    expect(isShortcut(press('0', { ctrlKey: true, shiftKey: true }), 'Ctrl+0')).toBe(true);
    expect(isShortcut(press('0', { ctrlKey: true }), 'Ctrl+0')).toBe(true);
    expect(isShortcut(press('+', { ctrlKey: true, shiftKey: true }), 'Ctrl++')).toBe(true);
  });

  it('leave editing keys to the field that is being typed in', () => {
    fakeSession();
    const field = document.createElement('input');
    document.body.append(field);
    expect(actionForKey({ ...press('i', { ctrlKey: true }), target: document.body })?.id).toBe('import.files');
    expect(actionForKey({ ...press('i', { ctrlKey: true }), target: field })).toBeUndefined();
    expect(actionForKey({ ...press('k', { ctrlKey: true }), target: field })?.id).toBe('palette.open');
  });

  it('leave every key of the chart to whoever writes in a cell, a note or a list', () => {
    fakeSession();
    const fields = ['input', 'textarea', 'select'].map((name) => document.createElement(name));
    document.body.append(...fields);
    for (const shortcut of ACTIONS.filter((action) => !action.whileTyping).flatMap((action) => action.shortcuts ?? [])) {
      const parts = shortcut.split('+');
      const pressed = press(parts.at(-1) || '+', { ctrlKey: parts.includes('Ctrl'), altKey: parts.includes('Alt'), shiftKey: parts.includes('Shift') });
      for (const target of fields) expect(actionForKey({ ...pressed, target }), shortcut).toBeUndefined();
    }
  });

  it('are not offered without a case when they need one', () => {
    fakeSession({ withCase: false });
    expect(actionForKey({ ...press('i', { ctrlKey: true }), target: document.body })).toBeUndefined();
    expect(actionForKey({ ...press('n', { ctrlKey: true }), target: document.body })?.id).toBe('case.new');
  });
});

import { v7 as newId } from 'uuid';
import { describe, expect, it } from 'vitest';
import { ImagedRows } from '../../../electron/case/db/imaged';
import { closeCase } from '../../../electron/case/life';
import { formatting } from '../../../electron/case/queries/formatting';
import type { FormattingRule } from '../../../shared/model/formatting';
import { ACTOR, newCase, openAgain } from '../place';

const rule = (name: string): FormattingRule => ({ id: newId(), name, on: true, target: 'entities', conditions: [{ of: 'contradicts' }], effect: { colour: '#d55e00' }, stop: false });

describe('rules of how charts are drawn', () => {
  it('are kept in their order, undone and redone, and there when the case is opened again', async () => {
    const open = await newCase();
    const { store } = open;
    const rules = [rule('B'), rule('A')];
    expect(formatting(store.db).rules).toEqual([]);
    store.execute({ command: 'formatting.set', args: { rules } }, ACTOR);
    expect(formatting(store.db).rules).toEqual(rules);
    store.execute({ command: 'formatting.set', args: { rules: rules.toReversed() } }, ACTOR);
    store.undo(ACTOR);
    expect(formatting(store.db).rules).toEqual(rules);
    store.undo(ACTOR);
    expect(formatting(store.db).rules).toEqual([]);
    store.redo(ACTOR);
    closeCase(open);
    const again = await openAgain(store.folder);
    expect(formatting(again.store.db).rules).toEqual(rules);
  });

  it('leave out one that this version cannot read', async () => {
    const { store } = await newCase();
    const known = rule('Bekend');
    new ImagedRows(store.db).write('setting', '["formatting"]', { key: 'formatting', content: [{ ...known, conditions: [{ of: 'moonPhase' }] }, known] });
    expect(formatting(store.db).rules).toEqual([known]);
  });
});

import { describe, expect, it } from 'vitest';
import { markingsOf, passGate, type Rights } from '../../../shared/briefing/gate';
import type { Handling } from '../../../shared/model/evaluation';
import { catalogue } from './fixture';

const said = (...handling: Handling[]) => ({ handling });
const h = (code: string, scheme = 'europolHandling'): Handling => ({ scheme, code });
const rights: Rights = { allowedHandling: { europolHandling: ['H0', 'H1'] }, maximumMarking: { scheme: 'belgianClassification', code: 'beperkt' } };

describe('the release gate', () => {
  it('lets everything through inside the service, and nothing out of it, while nothing is known of the recipient', () => {
    const all = [said(), said(h('H3'))];
    expect(passGate(all, null, 'internal', catalogue.schemes)).toEqual({ allowed: all, withheld: [] });
    const out = passGate(all, null, 'release', catalogue.schemes);
    expect(out.allowed).toEqual([]);
    expect(out.withheld.map((each) => each.reason)).toEqual(['noRights', 'noRights']);
  });

  it('holds back what carries one code too many, with its reason and cause', () => {
    const all = [said(), said(h('H1')), said(h('H1'), h('H3')), said(h('geheim', 'belgianClassification')), said(h('beperkt', 'belgianClassification')), said(h('ZZ9')), said(h('A', 'elsewhere'))];
    const { allowed, withheld } = passGate(all, rights, 'release', catalogue.schemes);
    expect(allowed).toEqual([all[0], all[1], all[4]]);
    expect(withheld.map(({ statement, reason, cause }) => [all.indexOf(statement), reason, cause?.code])).toEqual([[2, 'handling', 'H3'], [3, 'marking', 'geheim'], [5, 'unknownCode', 'ZZ9'], [6, 'unknownCode', 'A']]);
  });

  it('marks a document at least as strictly as what went in', () => {
    const chosen = { scheme: 'belgianClassification', code: 'beperkt' };
    expect(markingsOf(chosen, [said(h('geheim', 'belgianClassification')), said(h('vertrouwelijk', 'belgianClassification'))], catalogue.schemes)).toEqual([{ scheme: 'belgianClassification', code: 'geheim' }]);
    expect(markingsOf(chosen, [said(h('none', 'belgianClassification'))], catalogue.schemes)).toEqual([chosen]);
    expect(markingsOf(chosen, [said(h('H3'))], catalogue.schemes)).toEqual([chosen]);
  });
});

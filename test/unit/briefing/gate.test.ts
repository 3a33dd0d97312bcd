import { describe, expect, it } from 'vitest';
import { INTERNAL, type Audience } from '../../../shared/briefing/audience';
import { passGate, type GateSubject } from '../../../shared/briefing/gate';
import { marksOf, markText, strictestMarks } from '../../../shared/briefing/marks';
import type { Handling } from '../../../shared/model/evaluation';
import type { Permission, Purpose, Rights } from '../../../shared/model/recipient';
import { catalogue, id, sourceId } from './fixture';

const h = (code: string, scheme = 'europolHandling', axis?: string): Handling => ({ scheme, code, ...(axis === undefined ? {} : { axis }) });
const from = (originator: string, ...handling: Handling[]): GateSubject => ({ handling, originator, source: sourceId(1) });
const said = (...handling: Handling[]): GateSubject => from('FGP Gent', ...handling);

const RIGHTS: Rights = { allowedHandling: { europolHandling: ['H0', 'H1'], tlp: ['TLP:GREEN', 'TLP:RED'], uk3x5x2Handling: ['P', 'A3', 'S1'] }, maximumMarkings: [{ scheme: 'belgianClassification', code: 'beperkt' }] };
const PERMISSION: Permission = {
  id: id('9e01', 1), originator: 'FGP Gent', givenBy: 'A. Claes', givenOn: '2026-03-01', reference: 'GE/12', until: '2026-06-30', withdrawnOn: null, codes: [h('H2')], purposes: ['operational'], sources: [],
};

interface Other { readonly permissions?: readonly Permission[]; readonly purpose?: Purpose; readonly on?: string; readonly service?: string; readonly rights?: Rights | null }
const audience = ({ permissions = [], purpose = 'operational', on = '2026-05-03', service = 'Douane', rights = RIGHTS }: Other = {}): Audience => ({ recipient: { id: id('4ec1', 1), name: 'Partner', service, rights, permissions: [...permissions] }, purpose, on });

/** Reason for one statement: null when it may go. */
const reason = (statement: GateSubject, whom: Audience): string | null => passGate([statement], whom, catalogue.schemes).withheld[0]?.reason ?? null;

describe('the release gate', () => {
  it('lets everything through inside the service, and nothing out of it, while nothing is known of the recipient', () => {
    const all = [said(), said(h('H3')), said(h('A', 'elsewhere'))];
    expect(passGate(all, INTERNAL, catalogue.schemes)).toEqual({ allowed: all, withheld: [], permissions: [] });
    for (const whom of [{ recipient: null, purpose: 'operational', on: '' } as const, audience({ rights: null }), audience({ rights: null, purpose: 'internal' })]) {
      const out = passGate(all, whom, catalogue.schemes);
      expect(out.allowed).toEqual([]);
      expect(out.withheld.map((each) => each.reason)).toEqual(['noRights', 'noRights', 'noRights']);
    }
  });

  it('holds back what carries one code too many, with its reason, its cause and who could free it', () => {
    const all = [said(), said(h('H1')), said(h('H1'), h('H3')), said(h('geheim', 'belgianClassification')), said(h('beperkt', 'belgianClassification')), said(h('ZZ9')), said(h('A', 'elsewhere')), said(h('A', 'europol4x4')), from('', h('H2'))];
    const { allowed, withheld } = passGate(all, audience(), catalogue.schemes);
    expect(allowed).toEqual([all[0], all[1], all[4]]);
    expect(withheld.map(({ statement, reason: why, cause, originator }) => [all.indexOf(statement), why, cause?.code, originator])).toEqual([
      [2, 'originator', 'H3', 'FGP Gent'], [3, 'marking', 'geheim', 'FGP Gent'], [5, 'unknownCode', 'ZZ9', null], [6, 'unknownCode', 'A', null], [7, 'unknownCode', 'A', null], [8, 'originator', 'H2', null],
    ]);
  });

  it('needs no right for what says that it bears no marking, but for the lowest level of a service’s own', () => {
    const levels = catalogue.scheme('belgianClassification');
    if (levels === undefined) throw new Error('no such scheme');
    const own = { ...levels, id: 'dienst', axes: levels.axes.map((axis) => ({ ...axis, codes: axis.codes.map(({ code, label, rank }) => ({ code, label, rank })) })) };
    const why = (scheme: string): string | null => passGate([said(h('none', scheme))], audience({ rights: { ...RIGHTS, maximumMarkings: [] } }), [...catalogue.schemes, own]).withheld[0]?.reason ?? null;
    expect([why('belgianClassification'), why('natoClassification'), why('dienst')]).toEqual([null, null, 'marking']);
  });

  it('takes no leave for that of a supplier whose name says nothing', () => {
    expect(reason(from('…', h('H2')), audience({ permissions: [{ ...PERMISSION, originator: '–' }] }))).toBe('originator');
  });

  it('asks for leave under the codes whose originator must give it, whoever may see them', () => {
    const everything: Rights = { allowedHandling: Object.fromEntries(catalogue.schemes.map((scheme) => [scheme.id, scheme.axes.flatMap((axis) => axis.codes.map((code) => code.code))])), maximumMarkings: catalogue.schemes.flatMap((scheme) => (scheme.use === 'marking' ? [{ scheme: scheme.id, code: scheme.axes[0]?.codes.at(-1)?.code ?? '' }] : [])) };
    const asked = (scheme: string): Record<string, string> => Object.fromEntries((catalogue.scheme(scheme)?.axes ?? []).flatMap((axis) => axis.codes.map((code) => [
      code.code, (['internal', 'operational', 'judicial', 'administrative'] as const).filter((purpose) => reason(said(h(code.code, scheme, axis.id)), audience({ rights: everything, purpose })) === 'originator').map((purpose) => purpose.slice(0, 1)).join(''),
    ])));
    expect(asked('europolHandling')).toEqual({ H0: '', H1: 'j', H2: 'oja', H3: 'oja' });
    expect(asked('uk5x5x5Handling')).toEqual({ 1: '', 2: '', 3: '', 4: 'oja', 5: 'oja' });
    expect(asked('uk3x5x2Handling')).toEqual({ P: '', C: 'oja', A3: '', A2: 'ja', A1: 'oja', S1: '', S2: 'oja' });
    expect(asked('tlp')).toEqual({ 'TLP:CLEAR': '', 'TLP:GREEN': '', 'TLP:AMBER': '', 'TLP:AMBER+STRICT': 'oja', 'TLP:RED': 'oja' });
    expect(asked('belgianClassification')).toEqual({ none: '', beperkteVerspreiding: '', beperkt: '', vertrouwelijk: '', geheim: '', zeerGeheim: '' });
  });

  it('weighs markings within their own scheme, and never against another', () => {
    const level = (code: string, scheme: string): string | null => reason(said(h(code, scheme)), audience());
    expect([level('none', 'belgianClassification'), level('beperkteVerspreiding', 'belgianClassification'), level('beperkt', 'belgianClassification'), level('vertrouwelijk', 'belgianClassification')]).toEqual([null, null, null, 'marking']);
    expect([level('none', 'natoClassification'), level('restricted', 'natoClassification')]).toEqual([null, 'marking']);
  });

  it('lets what bears no marking stand under that of its case, and nothing of the lowest level under any', () => {
    const case_ = (code: string): Audience => ({ ...audience(), unmarked: { scheme: 'natoClassification', code } });
    expect([reason(said(), case_('restricted')), reason(said(h('H0')), case_('restricted')), reason(said(), case_('none')), reason(said(), audience())]).toEqual(['marking', 'marking', null, null]);
    expect(reason(said(h('beperkt', 'belgianClassification')), case_('restricted'))).toBeNull();
  });

  it('gives a service back what came from it, however its name is spelled', () => {
    for (const service of ['FGP Gent', 'fgp  gent', 'FGP-Gent', 'Fgp Gênt']) expect(reason(said(h('H3'), h('zeerGeheim', 'belgianClassification')), audience({ service }))).toBeNull();
    expect(reason(said(h('H3')), audience({ service: 'FGP Gent-Noord' }))).toBe('originator');
    expect(reason(from('', h('H3')), audience({ service: '' }))).toBe('originator');
    expect(reason(said(h('H3')), audience({ service: 'FGP Gent', rights: null }))).toBe('noRights');
  });
});

describe('an originator’s leave', () => {
  const freed = (change: Partial<Permission>, other: Other = {}, statement = said(h('H2'))): boolean => reason(statement, audience({ permissions: [{ ...PERMISSION, ...change }], ...other })) === null;

  it('lifts the codes that it names, and is named with what went out on it', () => {
    const whom = audience({ permissions: [PERMISSION] });
    expect(passGate([said(h('H2')), said(h('H1'))], whom, catalogue.schemes).permissions).toEqual([PERMISSION.id]);
    expect(passGate([said(h('H1')), said(h('H3'))], whom, catalogue.schemes)).toMatchObject({ permissions: [], withheld: [{ reason: 'originator' }] });
    expect(freed({}, {}, said(h('H2'), h('H3')))).toBe(false);
    expect(freed({ codes: [h('H2'), h('H3')] }, {}, said(h('H2'), h('H3')))).toBe(true);
    expect(freed({ codes: [h('H2', 'tlp')] })).toBe(false);
  });

  it('holds from the day it was given to its last, and not on the day it is withdrawn', () => {
    const days = (change: Partial<Permission>): boolean[] => ['2026-02-28', '2026-03-01', '2026-05-02', '2026-05-03', '2026-06-30', '2026-07-01'].map((on) => freed(change, { on }));
    expect(days({})).toEqual([false, true, true, true, true, false]);
    expect(days({ until: null })).toEqual([false, true, true, true, true, true]);
    expect(days({ withdrawnOn: '2026-05-03' })).toEqual([false, true, true, false, false, false]);
  });

  it('covers its purposes, its sources and its own service only', () => {
    expect(freed({}, { purpose: 'judicial' })).toBe(false);
    expect(freed({ purposes: ['judicial', 'operational'] }, { purpose: 'judicial' })).toBe(true);
    expect([freed({ sources: [sourceId(2)] }), freed({ sources: [sourceId(2), sourceId(1)] })]).toEqual([false, true]);
    expect([freed({ originator: 'fgp – GENT' }), freed({ originator: 'FGP Antwerpen' })]).toEqual([true, false]);
    expect(freed({ originator: '' }, {}, from('', h('H2')))).toBe(false);
  });

  it('for a level of a marking counts as its highest', () => {
    const level = (given: string, carried: string): boolean => freed({ codes: [h(given, 'belgianClassification')] }, {}, said(h(carried, 'belgianClassification')));
    expect([level('geheim', 'vertrouwelijk'), level('geheim', 'geheim'), level('geheim', 'zeerGeheim'), level('beperkt', 'geheim')]).toEqual([true, true, false, false]);
  });

  it('never frees a code that nobody can look up', () => {
    expect(freed({ codes: [h('ZZ9')] }, {}, said(h('ZZ9')))).toBe(false);
  });
});

describe('the marking of a whole', () => {
  it('is the strictest of each scheme among what is in it, printed schemes only', () => {
    const marks = marksOf([h('beperkt', 'belgianClassification'), h('H3'), h('vertrouwelijk', 'belgianClassification'), h('TLP:GREEN', 'tlp'), h('TLP:AMBER', 'tlp'), h('none', 'unmarked'), h('A', 'elsewhere')], catalogue, 'nl');
    expect(marks.map((mark) => mark.code)).toEqual(['beperkt', 'vertrouwelijk', 'TLP:GREEN', 'TLP:AMBER']);
    expect(strictestMarks(marks).map((mark) => mark.code)).toEqual(['vertrouwelijk', 'TLP:AMBER']);
    expect(markText(marks)).toMatch(/^VERTROUWELIJK · /);
    expect(markText([])).toBe('');
  });
});

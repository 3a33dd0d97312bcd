import { describe, expect, it } from 'vitest';
import { Failure } from '../../../shared/contract/failure';
import { Town } from './memory';

const SECRET = { handling: [{ scheme: 'europolHandling', code: 'H2' }] };

/**
 * One man under two spellings, and a third of whom nobody is sure: Bakraoui uses phone 1 and knows Cem; El Bakraoui uses phones 1 and 2, called Cem and "knows" Bakraoui; Brahim lives
 * at a place of his own. Made in that order, so that Bakraoui stands for all.
 */
function suspects() {
  const town = new Town();
  const man = town.entity('person', { familyName: 'Bakraoui', birthDate: '1986-02-10', category: 'suspect' });
  const spelt = town.entity('person', { familyName: 'El Bakraoui', alias: 'Khalid' });
  const third = town.entity('person', { familyName: 'Brahim' });
  const cem = town.entity('person', { familyName: 'Cem' });
  const phones = [town.entity('phone', { number: '+32470551201' }), town.entity('phone', { number: '+32470551202' })] as const;
  const links = {
    uses: town.link('uses', man, phones[0]), usesToo: town.link('uses', spelt, phones[0], {}, SECRET), usesOther: town.link('uses', spelt, phones[1]),
    knows: town.link('knows', man, cem), knowsToo: town.link('knows', cem, spelt), inside: town.link('knows', man, spelt), third: town.link('knows', third, cem),
  };
  return { town, man, spelt, third, cem, phones, links };
}

describe('what was judged the same', () => {
  it('is one entity everywhere: name and id of the one that stands for it, all else of all together', () => {
    const { town, man, spelt, cem } = suspects();
    town.say(spelt, { birthDate: '1986-02-10', category: 'contact' }, SECRET);
    town.judge(spelt, 'same', man);
    const [view] = town.as('judged').entities([spelt]);
    expect(view).toMatchObject({ id: man, type: 'person', caption: 'Bakraoui', members: [man, spelt], links: 5, sources: 1, handling: 'H2', contradicts: false });
    expect(view?.category.split(' ')).toEqual(expect.arrayContaining(['suspect', 'contact']));
    expect(town.as('judged').entities([spelt, cem, man]).map((each) => each.id)).toEqual([man, cem]);
    expect(town.as('judged').entities([cem])[0]).not.toHaveProperty('members');
    expect(town.as('strict').entities([spelt])[0]).toMatchObject({ id: spelt, links: 4 });
  });

  it('shows that records contradict each other that do not by themselves', () => {
    const { town, man, spelt } = suspects();
    town.say(spelt, { birthDate: '1989-07-27' });
    expect(town.as('strict').entities([man, spelt]).map((each) => each.contradicts)).toEqual([false, false]);
    town.judge(man, 'same', spelt);
    expect(town.as('judged').entities([man])[0]?.contradicts).toBe(true);
    expect(town.as('strict').entities([man])[0]?.contradicts).toBe(false);
  });

  it('stands once on a chart, at its own place or that of the first of its members, with the lines of all folded', () => {
    const { town, man, spelt, cem, phones, links } = suspects();
    const [whole, part] = [town.chart('Alle', spelt, cem, phones[0], man), town.chart('Deel', cem, spelt, phones[1])];
    const before = [town.as('judged').chart(whole), town.as('judged').chart(part)];
    const judgement = town.judge(man, 'same', spelt);
    const chart = town.as('judged').chart(whole);
    expect(chart.items.map(({ subject, x }) => [subject, x])).toEqual(expect.arrayContaining([[man, 30], [cem, 10], [phones[0], 20]]));
    expect(chart.items).toHaveLength(3);
    expect(chart.entities.find((each) => each.id === man)?.members).toEqual([man, spelt]);
    // Their own lines are folded, the one between them is not shown, and what one of them alone has hangs on the one.
    expect(chart.lines.map(({ id, from, to, count }) => [id, from, to, count])).toEqual(expect.arrayContaining([[`uses|${man}|${phones[0]}`, man, phones[0], 2], [`knows|${[man, cem].sort().join('|')}`, ...[man, cem].sort(), 2]]));
    expect(chart.lines).toHaveLength(2);
    expect(chart.lines.find((line) => line.type === 'uses')?.handling).toBe('H2');
    const other = town.as('judged').chart(part);
    expect(other.items.find((item) => item.subject === man)?.x).toBe(10);
    expect(other.lines.map((line) => [line.id, line.from])).toEqual(expect.arrayContaining([[links.usesOther, man]]));
    town.withdraw(judgement);
    expect([town.as('judged').chart(whole), town.as('judged').chart(part)].map((each) => ({ ...each, seq: 0 }))).toEqual(before.map((each) => ({ ...each, seq: 0 })));
  });

  it('is found once, by whatever is said of any of them, and counted once', () => {
    const { town, man, spelt, third, cem } = suspects();
    const before = town.as('judged').browse();
    town.judge(man, 'same', spelt);
    const read = town.as('judged');
    expect(read.search('khalid').hits.map((hit) => [hit.entity.id, hit.property])).toEqual([[man, 'alias']]);
    expect(read.search('bakraoui').hits.map((hit) => hit.entity.id)).toEqual([man]);
    expect(town.as('strict').search('bakraoui').hits).toHaveLength(2);
    const { entities, total, byType } = read.browse();
    expect([total, byType['person'], byType['phone']]).toEqual([before.total - 1, 3, 2]);
    expect(entities.map((each) => each.id).filter((id) => id === spelt)).toEqual([]);
    expect(entities[0]).toMatchObject({ id: man, links: 5 });
    expect(read.browse({ order: 'caption', types: ['person'] }).entities.map((each) => each.caption)).toEqual(['Bakraoui', 'Brahim', 'Cem']);
    const pages = [0, 1, 2].map((offset) => read.browse({ order: 'caption', types: ['person'], limit: 1, offset }).entities[0]?.id);
    expect(pages).toEqual([man, third, cem]);
    // What one of them has, the whole has: also for whoever looks for it.
    town.say(spelt, { note: 'van de informant' }, SECRET);
    expect(town.as('judged').browse({ facets: { handlings: ['H2'] } })).toMatchObject({ total: 1, entities: [{ id: man }] });
    expect(town.as('judged').search('bakraoui', { facets: { handlings: ['H2'] } }).hits.map((hit) => hit.entity.id)).toEqual([man]);
    expect(town.as('judged').search('bakraoui', { facets: { handlings: [''] } }).hits).toEqual([]);
    expect(town.as('judged').search('bakraoui', { types: ['phone'] }).hits).toEqual([]);
  });

  it('is counted once among what a source speaks of', () => {
    const { town, man, spelt, cem } = suspects();
    town.import([spelt, cem], []);
    town.judge(man, 'same', spelt);
    const source = town.store.db.prepare<[], string>("SELECT id FROM source WHERE kind = 'file'").pluck().get() ?? '';
    expect(town.as('judged').browse({ source, order: 'caption' })).toMatchObject({ total: 2, byType: { person: 2 }, entities: [{ id: man }, { id: cem }] });
    expect(town.as('judged').entities([spelt])[0]?.sources).toBe(2);
  });

  it('is opened under any of its ids, with all that is said of each and of whom', () => {
    const { town, man, spelt } = suspects();
    town.judge(man, 'same', spelt);
    const read = town.as('judged');
    const subject = read.subject(spelt);
    expect(subject).toEqual(read.subject(man));
    expect(subject).toMatchObject({ id: man, caption: 'Bakraoui', sources: [{ number: 1, statements: 2 }] });
    expect(subject.statements.map((each) => [each.of, each.sourceNumber, Object.keys(each.values)[0]])).toEqual([[spelt, 1, expect.any(String)], [undefined, 1, expect.any(String)]]);
    expect(subject.linkCounts.map(({ type, direction, count, entities }) => [type, direction, count, entities])).toEqual([['uses', 'out', 3, 2], ['knows', 'both', 2, 1]]);
    expect(town.as('strict').subject(spelt).statements.map((each) => each.of)).toEqual([undefined]);
  });

  it('gives the links of all, none between them, under the id that is shown', () => {
    const { town, man, spelt, cem, phones, links } = suspects();
    town.judge(man, 'same', spelt);
    const read = town.as('judged');
    const all = read.links({ entity: spelt });
    expect(all.links.map((link) => link.id).sort()).toEqual([links.uses, links.usesToo, links.usesOther, links.knows, links.knowsToo].sort());
    expect(all.total).toBe(5);
    expect(all.links.filter((link) => link.type === 'uses').map((link) => [link.from, link.fromCaption])).toEqual(Array(3).fill([man, 'Bakraoui']));
    expect(read.links({ entity: man, type: 'knows' }).total).toBe(2);
    expect(read.links({ fold: `uses|${man}|${phones[0]}` }).links.map((link) => link.id).sort()).toEqual([links.uses, links.usesToo].sort());
    expect(read.links({ fold: `knows|${cem}|${spelt}` }).total).toBe(2);
    expect(town.as('strict').links({ fold: `uses|${man}|${phones[0]}` }).total).toBe(1);
  });

  it('grows from all of them, never into one of them, nor into what stands on the chart by one of them', () => {
    const { town, man, spelt, cem, phones, third } = suspects();
    town.judge(man, 'same', spelt);
    const read = town.as('judged');
    const grown = read.expand([man]);
    expect(grown.entities.map((each) => each.id).sort()).toEqual([cem, ...phones].sort());
    expect(new Set(grown.lines.map((line) => `${line.from} ${line.to}`))).toEqual(new Set([cem, phones[0], phones[1]].map((to) => `${man} ${to}`)));
    // Cem knows both spellings: one neighbour.
    expect(read.expand([cem]).entities.map((each) => [each.id, each.members])).toEqual([[man, [man, spelt]], [third, undefined]]);
    expect(read.expand([cem]).lines).toEqual(expect.arrayContaining([{ from: cem, to: man }, { from: cem, to: third }]));
    expect(read.expand([cem], { only: [{ linkType: 'knows', direction: 'both', entityType: 'person' }], limit: 1 })).toMatchObject({ entities: [{ id: man }], more: 1 });
    const chart = town.chart('Deel', spelt, cem);
    expect(town.as('judged').expand([cem], { chart }).entities.map((each) => each.id)).toEqual([third]);
    expect(town.as('judged').neighbours([cem], chart)).toEqual([{ linkType: 'knows', direction: 'both', entityType: 'person', entities: 2, links: 3, onChart: 1 }]);
    expect(town.as('strict').neighbours([cem], chart)).toMatchObject([{ entities: 3, links: 3, onChart: 1 }]);
  });

  it('counts those of whom nobody is sure only for whoever asks for it', () => {
    const { town, man, spelt, third } = suspects();
    town.judge(man, 'same', spelt);
    town.judge(third, 'unsure', spelt);
    expect(town.as('judged').entities([man])[0]?.members).toEqual([man, spelt]);
    expect(town.as('lenient').entities([third])[0]).toMatchObject({ id: man, members: [man, spelt, third], links: 6 });
    expect(town.as('lenient').browse().byType['person']).toBe(2);
    expect(town.as('strict').browse().byType['person']).toBe(4);
  });

  it('has the type of the one that stands for it', () => {
    const { town, man } = suspects();
    const firm = town.entity('company', { name: 'Bakraoui BV' });
    town.judge(man, 'same', firm);
    expect(town.as('judged').browse().byType).toMatchObject({ person: 4 });
    expect(town.as('judged').browse().byType).not.toHaveProperty('company');
    expect(town.as('judged').search('bakraoui bv', { types: ['person'] }).hits[0]?.entity).toMatchObject({ id: man, type: 'person' });
  });
});

describe('partners', () => {
  it('join only where nobody stands against them, and bind nobody', () => {
    const { town, man, spelt, third } = suspects();
    town.theirs([[man, 'same', spelt], [man, 'same', third]]);
    expect(town.as('judged').entities([man])[0]?.members).toEqual([man, spelt, third]);
    const ours = town.judge(man, 'different', third);
    expect(town.as('judged').entities([man])[0]?.members).toEqual([man, spelt]);
    town.withdraw(ours);
    expect(town.as('judged').entities([man])[0]?.members).toEqual([man, spelt, third]);
    town.theirs([[man, 'different', spelt]]);
    town.judge(man, 'same', spelt);
    expect(town.as('judged').entities([man])[0]?.members).toContain(spelt);
  });

  it('keep their judgements: they are not taken back here', () => {
    const { town, man, spelt } = suspects();
    town.theirs([[man, 'same', spelt]]);
    const id = town.store.db.prepare<[], string>('SELECT id FROM judgement').pluck().get() ?? '';
    expect(() => town.withdraw(id)).toThrow(new Failure('judgementNotFound'));
  });
});

describe('judgements that contradict each other', () => {
  it('are refused with the number of those in the way, until one is taken back', () => {
    const { town, man, spelt, third, cem } = suspects();
    town.judge(man, 'same', spelt);
    const second = town.judge(spelt, 'same', third);
    const refused = (left: string, verdict: 'same' | 'different', right: string): unknown => {
      try {
        town.judge(left, verdict, right);
        return null;
      } catch (error) {
        return error instanceof Failure ? { code: error.code, ...error.details } : error;
      }
    };
    expect(refused(man, 'different', third)).toEqual({ code: 'judgedOtherwise', chain: 2 });
    town.judge(third, 'different', cem);
    expect(refused(cem, 'same', man)).toEqual({ code: 'judgedOtherwise', chain: 3 });
    expect(town.as('judged').entities([man])[0]?.members).toEqual([man, spelt, third]);
    // Nothing of what was refused is kept.
    expect(town.store.db.prepare('SELECT count(*) FROM judgement WHERE seq_retracted IS NULL').pluck().get()).toBe(3);
    town.withdraw(second);
    expect(refused(man, 'different', third)).toBeNull();
    expect(town.as('judged').entities([man])[0]?.members).toEqual([man, spelt]);
  });

  it('are not in the way of the same pair judged anew, nor twice taken back', () => {
    const { town, man, spelt } = suspects();
    const first = town.judge(man, 'same', spelt);
    town.judge(spelt, 'different', man);
    expect(town.as('lenient').identity.any).toBe(false);
    expect(() => town.withdraw(first)).toThrow(new Failure('judgementNotFound'));
  });
});

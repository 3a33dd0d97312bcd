/** What Directive 2016/680 art. 25 wants logged. */
export const DUTIES = ['collection', 'alteration', 'consultation', 'disclosure', 'combination', 'erasure'] as const;
export type Duty = (typeof DUTIES)[number];

/** Commands and notes that are not plain changes of the case, by the duty that they meet. */
const DUTY_OF: ReadonlyMap<string, Duty | null> = new Map<string, Duty | null>([
  ['import.run', 'collection'],
  ['mentions.accept', 'collection'],
  ['judgement.set', 'combination'],
  ['judgement.withdraw', 'combination'],
  ['watchHit.judge', 'combination'],
  ['blind.concluded', 'combination'],
  ['blind.sent', 'disclosure'],
  ['blind.asked', 'disclosure'],
  ['blind.askedOfUs', 'collection'],
  ['blind.refused', null],
  ['blind.cancelled', null],
  ['blind.expired', null],
  ['blind.askEnded', null],
  ['bundle.unite', 'combination'],
  ['case.consulted', 'consultation'],
  ['case.sourceConsulted', 'consultation'],
  ['case.searched', 'consultation'],
  ['case.trafficAsked', 'consultation'],
  ['case.networkAsked', 'consultation'],
  ['case.presented', 'consultation'],
  ['case.askedElsewhere', 'consultation'],
  ['case.listedElsewhere', 'consultation'],
  ['release.record', 'disclosure'],
  ['case.told', 'disclosure'],
  ['case.erased', 'erasure'],
  ['case.created', null],
  ['case.opened', null],
  ['case.reasonGiven', null],
  ['case.clockSet', null],
  ['case.sealBroken', null],
]);

/** The duty that an entry of the journal meets; null for what is about the case's keeping and not about its content. Any other command alters the case. */
export function dutyOf(command: string): Duty | null {
  const duty = DUTY_OF.get(command);
  return duty === undefined ? 'alteration' : duty;
}

/** Commands and notes of one duty by name; for alteration those that are not: everything else is one. */
export const namesOf = (duty: Duty): readonly string[] => [...DUTY_OF].filter(([, each]) => (duty === 'alteration' ? true : each === duty)).map(([name]) => name);

import type { Consultations } from './consultations';

/** What shows content of the case, or lets it out: asked for only when it was said why, where the case wants to know. Lists and charts are the case's own desk. */
const ASKING = ['case.subject', 'case.search', 'case.pattern', 'case.pages', 'case.mentions', 'case.nearNames', 'case.sourceRows', 'case.sourceRejects', 'case.statements', 'case.saidOf', 'case.compareSnapshots', 'case.pictures', 'case.queue', 'case.pair', 'case.watchHits', 'case.qualityList', 'case.knownElsewhere', 'case.composeBriefing', 'case.exportData', 'case.writeBundle', 'case.writeNotice', 'case.beginBlind', 'case.answerBlind', 'case.concludeBlind', 'case.blindHits', 'case.sendAsk', 'case.askedEntities'] as const;

type Answer = (args: never) => unknown;

/** The same handlers, of which those that show content refuse with reasonNeeded until a reason was given. */
export function askingReason<H extends object>(handlers: H, consultations: Consultations): H {
  const asking = new Map<string, Answer>();
  for (const name of ASKING) {
    const answer = (handlers as Readonly<Record<string, Answer>>)[name];
    if (answer === undefined) continue;
    asking.set(name, (args) => {
      consultations.require();
      return answer(args);
    });
  }
  return { ...handlers, ...(Object.fromEntries(asking) as Partial<H>) };
}

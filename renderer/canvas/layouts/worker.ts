import { ARRANGEMENTS } from './arrangements';
import type { LayoutAnswer, LayoutQuestion } from './message';
import { placeNew } from '../../../shared/analysis/layout/placeNew';

/** Layouts run here, so that the page's thread stays free for gestures. */
self.onmessage = (event: MessageEvent<LayoutQuestion>) => {
  const question = event.data;
  const answer: LayoutAnswer = question.kind === 'arrange' ? { kind: 'arrange', places: ARRANGEMENTS[question.layout](question.graph) } : { kind: 'place', items: placeNew(question.addition) };
  self.postMessage(answer);
};

import { answerQuestions } from '../answering';
import { answer } from '../traffic/answer';
import { TrafficMemory } from '../traffic/trafficMemory';
import type { TrafficAsk } from '../traffic/trafficThread';

/** Questions about calls and payments. */
answerQuestions<TrafficMemory, TrafficAsk>((db) => new TrafficMemory(db), answer);

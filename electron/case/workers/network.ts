import { answerQuestions } from '../answering';
import { answer } from '../network/answer';
import type { NetworkAsk } from '../network/networkThread';
import { NetworkMemory } from '../network/wholeNetwork';

/** Questions about the network. */
answerQuestions<NetworkMemory, NetworkAsk>((db) => new NetworkMemory(db), answer);

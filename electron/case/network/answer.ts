import type { Database } from 'better-sqlite3';
import type { Catalogue } from '../../../shared/schema/catalogue';
import { measures, rankRanges } from './measures';
import type { Step } from './measure';
import type { NetworkAsk, NetworkQuestion } from './networkThread';
import { connect, linkedTo, paths } from './paths';
import { pattern } from './pattern';
import type { NetworkMemory, WholeNetwork } from './wholeNetwork';

type Answer = (db: Database, catalogue: Catalogue, whole: WholeNetwork, args: never, step: Step) => unknown;

const ANSWERS: Readonly<Record<NetworkQuestion, Answer>> = { 'case.measure': measures, 'case.rankRanges': rankRanges, 'case.paths': paths, 'case.connect': connect, 'case.linkedTo': linkedTo, 'case.pattern': pattern };

/** Answers one question about the network. Throws the question's failures, and what `step` throws. */
export const answer = (db: Database, catalogue: Catalogue, memory: NetworkMemory, { question, args, mode }: NetworkAsk, step: Step): unknown => ANSWERS[question](db, catalogue, memory.of(mode), args as never, step);

import type { FileHead, RecordFormat, RecordStream } from '../records/format';
import { Vocabulary } from '../records/vocabulary';
import { readXml } from '../xml';
import { GpxListener } from './gpx/gpx';
import { TcxListener } from './gpx/tcx';
import { rootName } from '../rootName';
import { walked } from './track/walked';

const ROOTS = new Set(['gpx', 'TrainingCenterDatabase']);

const recognise = (head: FileHead): number => (ROOTS.has(rootName(head.text) ?? '') ? 1 : 0);

/** GPS exchange files 1.0 and 1.1, and Garmin training files (TCX). */
export const format: RecordFormat = {
  id: 'gpx',
  mediaType: 'application/gpx+xml',
  endings: ['.gpx', '.tcx'],
  recognise,
  open(bytes, context): RecordStream {
    const vocabulary = new Vocabulary(context.catalogue, context.plan);
    const reader = readXml(bytes, context.plan.encoding);
    const training = /<(?:[\w.-]+:)?TrainingCenterDatabase[\s>]/.test(bytes.read(0, 8192).toString('latin1').replaceAll('\u0000', ''));
    const listener = training ? new TcxListener(context, vocabulary) : new GpxListener(context, vocabulary);
    return { outcomes: () => walked(reader, listener), total: bytes.size, done: () => reader.done(), unit: 'line', kinds: () => vocabulary.kinds() };
  },
};

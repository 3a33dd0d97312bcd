/** Started by killed.test.ts, to be killed: opens the case named on the command line, says so, and erases the source named after it. */
import { writeSync } from 'node:fs';
import { erase } from '../../../electron/case/erasure/erase';
import { openCase } from '../../../electron/case/life';
import { ACTOR } from '../who';

const { store } = await openCase(process.argv[2] ?? '', null, ACTOR);
writeSync(1, 'open\n');
await erase(store, { target: { kind: 'source', id: process.argv[3] ?? '' }, reason: 'bevel', basis: 'wet', backups: true, documents: true }, ACTOR, (done) => void writeSync(1, `${done}\n`));
writeSync(1, 'done\n');
setInterval(() => undefined, 1000);

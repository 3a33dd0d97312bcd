/** Started by kill.test.ts, to be killed: opens the case named on the command line and writes until it is gone, saying each acknowledged id. */
import { writeSync } from 'node:fs';
import { v7 as newId } from 'uuid';
import { openCase } from '../../../electron/case/life';
import { ACTOR, PASSPHRASE } from '../who';
import { SAID, values } from '../sample';

const { store } = await openCase(process.argv[2] ?? '', PASSPHRASE, ACTOR);
for (let step = 0; ; step += 1) {
  const id = newId();
  store.execute({ command: 'entity.create', args: { id, type: 'person', values: values({ name: `Naam ${step}`, birthDate: '1984' }), ...SAID } }, ACTOR);
  writeSync(1, `${id}\n`);
  if (step % 5 === 4) {
    store.undo(ACTOR);
    store.redo(ACTOR);
  }
}

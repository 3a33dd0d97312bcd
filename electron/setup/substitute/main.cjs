/**
 * The app inside the substitute Electron (see ../substitute.mjs): runs the app folder named on the command line, as the
 * default app of a downloaded Electron does. It loads the app's main file at once, before `ready`, because
 * `app.enableSandbox()` and the registration of schemes must come before that.
 */
const { app } = require('electron');
const { readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');

const named = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
const folder = resolve(named ?? '.');
const description = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
app.setName(description.productName ?? description.name);
app.setVersion?.(description.version ?? '0.0.0');
app.setAppPath(folder);
require(join(folder, description.main));

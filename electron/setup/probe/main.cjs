/** The smallest app: does the SQLite binary work in this Electron? Ends with 0 when it does. A wrong one may kill the process. */
const { app } = require('electron');

try {
  require('./question.cjs').ask(process.env.KNOOP_PROBE_PACKAGE, process.env.KNOOP_PROBE_BINDING);
  process.stdout.write(`Electron ${process.versions.electron}, Node ${process.versions.node}: SQLite works\n`);
} catch (error) {
  process.stderr.write(`${error.stack}\n`);
  app.exit(3);
}
void app.whenReady().then(() => app.exit(0));

/**
 * Uses the SQLite package as a case does: a strict table, full text by trigrams, a transaction. Throws when the answer is wrong.
 */
exports.ask = function ask(packageFolder, nativeBinding) {
  const Database = require(packageFolder);
  const database = new Database(':memory:', nativeBinding ? { nativeBinding } : {});
  database.exec('CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT) STRICT');
  database.exec("CREATE VIRTUAL TABLE words USING fts5(name, tokenize = 'trigram')");
  const insert = database.prepare('INSERT INTO words (name) VALUES (?)');
  database.transaction((names) => names.forEach((name) => insert.run(name)))(['Antwerpen', 'Gent']);
  const found = database.prepare('SELECT name FROM words WHERE words MATCH ?').all('twer');
  database.close();
  if (found.length !== 1 || found[0].name !== 'Antwerpen') {
    throw new Error('SQLite answered wrongly.');
  }
};

/** Asks whether an SQLite binary works in this Node: node node.cjs <package folder> [<binary>]. A wrong one may kill the process. */
require('./question.cjs').ask(process.argv[2], process.argv[3]);

/** What the case process answers when it is asked to read: pure functions of a connection, the catalogue and the request's arguments. */
export { recipes, recipients, releases } from './documents';
export { browse } from './browse';
export { caseInfo } from './caseInfo';
export { charts } from './charts';
export { chartView } from './chartView';
export { entities } from './entities';
export { expand } from './expand';
export { journalEntries } from './journalEntries';
export { linksOf } from './linksOf';
export { mentions, mentionViews } from './mentions';
export { nearMentions } from './nearMentions';
export { neighbours } from './neighbours';
export { pages } from './pages';
export { receipt } from './receipt';
export { search } from './search';
export { sourceRejects } from './sourceRejects';
export { sources } from './sources';
export { subjectView } from './subjectView';

import { readFileSync } from 'node:fs';

/** Numbers and moments that the story hangs on; the tests read the same file. */
export default JSON.parse(readFileSync(new URL('./facts.json', import.meta.url), 'utf8'));

import { z } from 'zod/v4';

/**
 * Stands in for "zod" in the page's bundles (renderer/vite.config.ts). Zod tries to evaluate code as soon as the first object schema is made, which the
 * content security policy forbids; a setting in a page's entry file would come too late, because shared chunks with schemas run before it.
 */
z.config({ jitless: true });

export { z };

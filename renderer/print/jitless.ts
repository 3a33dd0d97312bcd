import { z } from 'zod';

/** Must come before any schema is made: otherwise zod tries to evaluate code, which the page's content security policy forbids. */
z.config({ jitless: true });

/** Requests of the case: a part of caseService. */
export const watchingRequests = {} as const;

/** Requests of the case: a part of caseService. */
export const qualityRequests = {} as const;

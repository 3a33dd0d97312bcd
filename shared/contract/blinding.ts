/** Requests of the case: a part of caseService. */
export const blindingRequests = {} as const;

/** Requests of the case: a part of caseService. */
export const acrossRequests = {} as const;

/** Errors of the query room. */
export const QUERY_ERRORS = {} as const;

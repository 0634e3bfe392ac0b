/** Errors of the cli room. */
export const CLI_ERRORS = {} as const;

/** Errors of the generation room. */
export const GENERATION_ERRORS = {} as const;

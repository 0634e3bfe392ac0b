/** Errors of the storage room. */
export const STORAGE_ERRORS = {} as const;

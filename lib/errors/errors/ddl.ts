/** Errors of the ddl room. */
export const DDL_ERRORS = {} as const;

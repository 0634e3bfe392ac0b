/** Findings of the ddl step. */
export const DDL_DIAGNOSTICS = {} as const;

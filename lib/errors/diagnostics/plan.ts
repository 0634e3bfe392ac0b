/** Findings of the plan step. */
export const PLAN_DIAGNOSTICS = {} as const;

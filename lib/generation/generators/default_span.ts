/** Dates and timestamps of a column without a range of its own, both ends included. */
export const DEFAULT_SPAN = { start: "2020-01-01", end: "2025-12-31" } as const;

import { defineError } from "../define_error.ts";

/** Errors that are our own fault, or nobody's. */
export const INTERNAL_ERRORS = {
  INTERNAL_INVARIANT: defineError<{ what: string }>(
    "internal",
    ({ what }) => `A guarantee of dw-sim does not hold: ${what}`,
    "This is a bug in dw-sim. Please report it with the command you ran",
  ),
  INTERNAL_UNEXPECTED: defineError<{ what: string }>(
    "internal",
    ({ what }) => `Something failed that dw-sim does not expect: ${what}`,
    "This is a bug in dw-sim. Please report it with the command you ran and the trace",
  ),
  CANCELLED: defineError<{ what: string }>(
    "cancelled",
    ({ what }) => `${what} was cancelled`,
    "Nothing half-made was kept",
  ),
} as const;

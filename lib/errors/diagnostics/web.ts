import { defineDiagnostic } from "../define_diagnostic.ts";

/** Findings about a request. */
export const WEB_DIAGNOSTICS = {
  WEB_FIELD_UNKNOWN: defineDiagnostic<{ field: string; near: readonly string[] }>(
    "error",
    ({ field }) => `There is no field '${field}' here`,
    ({ near }) =>
      near.length === 0
        ? "Leave it out; /api/docs lists the fields"
        : `Did you mean ${near.map((name) => `'${name}'`).join(" or ")}?`,
  ),
  WEB_FIELD_MISSING: defineDiagnostic<{ field: string }>(
    "error",
    ({ field }) => `The field '${field}' is missing`,
    "Add it; /api/docs tells what it is for",
  ),
  WEB_FIELD_INVALID: defineDiagnostic<{ field: string; reason: string }>(
    "error",
    ({ field, reason }) => `The field '${field}' cannot have this value: ${reason}`,
    "Change the value; /api/docs tells what may stand there",
  ),
} as const;

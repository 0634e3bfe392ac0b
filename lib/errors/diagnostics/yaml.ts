import { defineDiagnostic } from "../define_diagnostic.ts";

/** Findings about the YAML itself, whatever it says. */
export const YAML_DIAGNOSTICS = {
  YAML_FAULT: defineDiagnostic<{ reason: string; advice: string }>(
    "error",
    ({ reason }) => reason,
    ({ advice }) => advice,
  ),
} as const;

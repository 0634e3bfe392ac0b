/** How much a diagnostic weighs: an error stops the import, a warning or an info does not. */
export type Severity = "error" | "warning" | "info";

/** One row of the diagnostic catalogue: what a code means, wherever it is found. */
export interface DiagnosticDefinition<Detail> {
  readonly severity: Severity;
  readonly message: (detail: Detail) => string;
  readonly hint: (detail: Detail) => string;
}

/**
 * Defines one kind of finding about a user's text or schema.
 *
 * @param severity How much it weighs.
 * @param message Says what was found and, if it was not an error, what was done instead.
 * @param hint Says what the user can do about it; may be empty for an info.
 * @returns The entry, typed by the detail its texts need.
 */
export function defineDiagnostic<Detail = Record<never, never>>(
  severity: Severity,
  message: (detail: Detail) => string,
  hint: string | ((detail: Detail) => string),
): DiagnosticDefinition<Detail> {
  return { severity, message, hint: typeof hint === "string" ? () => hint : hint };
}

import type { ErrorKind } from "./error_kind.ts";

/** One row of the error catalogue: what a code means, whatever the occasion. */
export interface ErrorDefinition<Detail> {
  readonly kind: ErrorKind;
  readonly message: (detail: Detail) => string;
  readonly hint: (detail: Detail) => string;
}

/**
 * Defines one catalogue entry.
 *
 * @param kind What sort of refusal it is.
 * @param message Says what is wrong: capital letter, quoted values, no final period.
 * @param hint Says what the user can do about it.
 * @returns The entry, typed by the detail its texts need.
 */
export function defineError<Detail = Record<never, never>>(
  kind: ErrorKind,
  message: (detail: Detail) => string,
  hint: string | ((detail: Detail) => string),
): ErrorDefinition<Detail> {
  return { kind, message, hint: typeof hint === "string" ? () => hint : hint };
}

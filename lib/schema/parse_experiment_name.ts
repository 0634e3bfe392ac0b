import { DwSimError } from "../errors/mod.ts";
import { RESERVED_WORDS } from "./_name_fault.ts";
import { SCHEMA_LIMITS } from "./limits.ts";

/**
 * A name that may become a folder: letters, digits and underscores only, so that no name can
 * reach outside its place. Comes out of {@linkcode parseExperimentName} only.
 */
export type ExperimentName = string & { readonly [brand]: true };
declare const brand: unique symbol;

/**
 * Checks the name of an experiment.
 *
 * @param text As the user wrote it; blanks around it are dropped.
 * @returns The same name, branded.
 * @throws {DwSimError} NAME_INVALID, with the reason.
 *
 * @example
 * ```ts ignore
 * const name = parseExperimentName("retail");
 * ```
 */
export function parseExperimentName(text: string): ExperimentName {
  const name = text.trim();
  const reason = experimentNameFault(name);
  if (reason !== null) {
    throw new DwSimError("NAME_INVALID", { what: "an experiment", name: text, reason });
  }
  return name as ExperimentName;
}

/** Says why an experiment cannot have this name, or null. */
export function experimentNameFault(name: string): string | null {
  const { experimentNameLengthMax } = SCHEMA_LIMITS;
  if (name === "") return "it is empty";
  if (name.length > experimentNameLengthMax) {
    return `it has ${name.length} characters, and ${experimentNameLengthMax} is the limit`;
  }
  const odd = /[^A-Za-z0-9_]/u.exec(name)?.[0];
  if (odd === " ") return "it holds a space";
  if (odd !== undefined) return `it holds the character ${JSON.stringify(odd)}`;
  if (/^[0-9]/.test(name)) return "it starts with a digit";
  if (RESERVED_WORDS.has(name.toLowerCase())) return "it is a reserved word of SQL";
  if (DEVICE_NAME.test(name)) return "Windows keeps that name for a device";
  return null;
}

/** Folders Windows refuses to make, whatever the case. */
const DEVICE_NAME = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/i;

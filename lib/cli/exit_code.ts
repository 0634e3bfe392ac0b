import type { ErrorKind } from "../errors/mod.ts";

/** What the process ends with, by the kind of its error. Printed by `dw-sim --help`. */
export const EXIT_CODE = {
  invalid: 2,
  not_found: 3,
  conflict: 4,
  limit: 5,
  unavailable: 6,
  // As sysexits.h has it for a fault of the software itself.
  internal: 70,
  // 128 + SIGINT, as a shell reports it.
  cancelled: 130,
} as const satisfies Record<ErrorKind, number>;

/** All went well. */
export const EXIT_OK = 0;

/** `verify`, `doctor` or `--expect` did their work, and found something wrong. */
export const EXIT_FINDINGS = 1;

/** An import made an experiment, but of a part of the text: errors kept the rest out. */
export const EXIT_PARTIAL = 7;

/** The codes in words, for people. */
export const EXIT_CODE_HELP: readonly (readonly [code: number, meaning: string])[] = [
  [EXIT_OK, "done"],
  [EXIT_FINDINGS, "verify, doctor or --expect found something wrong"],
  [EXIT_CODE.invalid, "the input, a flag or the query is not valid"],
  [EXIT_CODE.not_found, "there is no such experiment, run or table"],
  [EXIT_CODE.conflict, "it exists already, or a run is active"],
  [EXIT_CODE.limit, "a limit of size or memory is reached"],
  [EXIT_CODE.unavailable, "a disk, folder or file does not play along"],
  [EXIT_PARTIAL, "import-sql imported a part: errors kept the rest out"],
  [EXIT_CODE.internal, "a fault of dw-sim itself"],
  [EXIT_CODE.cancelled, "cancelled with Ctrl-C"],
];

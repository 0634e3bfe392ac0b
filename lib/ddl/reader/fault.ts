import type { Diagnostic } from "../../errors/mod.ts";

/** Breaks off the item being read; the list or statement around it takes the finding and goes on. */
export class Fault extends Error {
  override readonly name = "Fault";
  readonly finding: Diagnostic;

  constructor(finding: Diagnostic) {
    super(finding.message);
    this.finding = finding;
  }
}

/**
 * Reads one item and turns a fault in it into a finding.
 *
 * @param read Reads the item.
 * @param report Takes the finding.
 * @returns Whether the item was read without a fault.
 */
export function guard(read: () => void, report: (finding: Diagnostic) => void): boolean {
  try {
    read();
    return true;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    report(error.finding);
    return false;
  }
}

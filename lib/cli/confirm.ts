import { DwSimError } from "../errors/mod.ts";
import type { CliContext } from "./cli_context.ts";

/** What is to be done, as a question and as a noun. */
interface Deed {
  /** `Delete experiment 'demo' and all its data`. */
  readonly question: string;
  /** `Deleting 'demo'`. */
  readonly what: string;
}

/**
 * Has a person agree to what cannot be undone.
 *
 * @throws DwSimError CLI_NOT_CONFIRMED when nobody answers 'yes'.
 */
export function confirm({ question, what }: Deed, { err }: CliContext): void {
  const isAnswerable = Deno.stdin.isTerminal() && err.isTerminal;
  if (isAnswerable) err.print(`${question}? Type 'yes': `);
  if (isAnswerable && readLine().toLowerCase() === "yes") return;
  throw new DwSimError("CLI_NOT_CONFIRMED", { what });
}

/** A line of the terminal, which hands over whole lines. */
function readLine(): string {
  const buffer = new Uint8Array(1024);
  const length = Deno.stdin.readSync(buffer) ?? 0;
  return new TextDecoder().decode(buffer.subarray(0, length)).trim();
}

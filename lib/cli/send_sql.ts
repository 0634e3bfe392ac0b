import { resolve } from "node:path";
import { DwSimError } from "../errors/mod.ts";
import type { CliContext } from "./cli_context.ts";

interface SendOptions {
  readonly context: CliContext;
  readonly dialect: string;
  /** A file to write; standard output when absent. */
  readonly output?: string | undefined;
}

/**
 * Hands a text of SQL over: to a file, or as it stands to standard output, or as JSON.
 *
 * @throws DwSimError STORAGE_UNWRITABLE.
 */
export async function sendSql(
  sql: string,
  { context, dialect, output }: SendOptions,
): Promise<void> {
  if (output === undefined) {
    if (context.options.json) context.result({ dialect, sql }, () => "");
    else await context.out.write(sql);
    return;
  }
  const path = resolve(output);
  try {
    Deno.writeTextFileSync(path, sql);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const reason = error.message;
    throw new DwSimError("STORAGE_UNWRITABLE", { path, reason }, { cause: error });
  }
  context.result({ dialect, path }, () => `Wrote ${path}`);
}

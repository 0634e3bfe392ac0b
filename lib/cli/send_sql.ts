import { resolve } from "node:path";
import type { CliContext } from "./cli_context.ts";
import { writeText } from "./write_text.ts";

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
  writeText(path, sql);
  context.result({ dialect, path }, () => `Wrote ${path}`);
}

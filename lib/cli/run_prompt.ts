import process from "node:process";
import { createInterface, type Interface } from "node:readline";
import { completeSql } from "./complete_sql.ts";
import { LineHistory } from "./line_history.ts";
import { readSource } from "./read_source.ts";
import { SqlSession, type SqlSessionOptions } from "./sql_session.ts";

type PromptOptions = Omit<SqlSessionOptions, "isInteractive">;

/**
 * Answers what is typed, until the user leaves; and what is piped in, until its end or its first
 * error.
 *
 * @throws DwSimError What a statement is refused for, where nobody types.
 */
export async function runPrompt(options: PromptOptions): Promise<void> {
  if (Deno.stdin.isTerminal() && options.context.out.isTerminal) return await converse(options);
  const session = new SqlSession({ ...options, isInteractive: false });
  const { text } = await readSource("-");
  for (const line of text.split("\n")) {
    await session.take(line.replace(/\r$/, ""));
    if (session.hasEnded) return;
  }
  await session.finish();
}

async function converse(options: PromptOptions): Promise<void> {
  const { opened, context, asking } = options;
  const session = new SqlSession({ ...options, isInteractive: true });
  const history = new LineHistory(opened.context.dataRoot.promptHistoryPath);
  const tables = opened.app.showExperiment(opened.context, asking.experiment!).schema.tables
    .map(({ name, columns }) => ({ name, columns: columns.map((column) => column.name) }));
  const lines = createInterface({
    ...{ input: process.stdin, output: process.stdout, terminal: true },
    ...{ history: history.read(), historySize: 1_000, removeHistoryDuplicates: true },
    completer: (line: string) => completeSql(withPending(session.pending, line), tables),
  });
  context.note(`Experiment '${asking.experiment}'. \\? helps, \\q leaves`);
  lines.on("SIGINT", () => {
    const wasTyping = session.pending !== "" || lines.line !== "";
    session.interrupt();
    if (!wasTyping) return;
    context.out.print("^C\n");
    lines.write(null, { ctrl: true, name: "u" });
    ask(lines, session, asking.experiment!);
  });
  await takeLines(lines, { session, history, name: asking.experiment! });
}

function withPending(pending: string, line: string): string {
  return pending === "" ? line : `${pending}\n${line}`;
}

interface Conversation {
  readonly session: SqlSession;
  readonly history: LineHistory;
  readonly name: string;
}

/** Lines that come while one is answered wait for their turn. */
async function takeLines(
  lines: Interface,
  { session, history, name }: Conversation,
): Promise<void> {
  ask(lines, session, name);
  for await (const line of lines) {
    history.add(line);
    await session.take(line);
    if (session.hasEnded) break;
    ask(lines, session, name);
  }
  lines.close();
}

function ask(lines: Interface, session: SqlSession, name: string): void {
  lines.setPrompt(session.pending === "" ? `${name}=> ` : `${" ".repeat(name.length - 1)}-> `);
  lines.prompt();
}

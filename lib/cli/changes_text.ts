import type { FieldChange, SchemaChange } from "../schema/mod.ts";
import type { CliContext } from "./cli_context.ts";
import { count } from "./words.ts";

/** Lines shown; `--json` has them all. */
const LINE_COUNT_MAX = 60;
const VALUE_LENGTH_MAX = 60;

/** What differs between two schemas, a line each: `+` is new, `-` is gone, `~` is another. */
export function changesText(changes: readonly SchemaChange[], { paint }: CliContext): string {
  const { green, red, yellow } = paint;
  const marks = { added: green("+"), removed: red("-"), changed: yellow("~") };
  const lines = changes.flatMap(({ kind, table, column, fields }) => {
    const place = [table ?? "schema", ...column === null ? [] : [column]].join(".");
    const head = `${marks[kind]} ${place}`;
    return fields.length === 0 ? [head] : fields.map((field) => `${head}  ${fieldText(field)}`);
  });
  const more = lines.length - LINE_COUNT_MAX;
  if (more <= 0) return lines.join("\n");
  return [...lines.slice(0, LINE_COUNT_MAX), `… and ${count(more)} more; --json has them`]
    .join("\n");
}

function fieldText({ field, before, after }: FieldChange): string {
  if (before === undefined) return `${field} ${valueText(after)}`;
  if (after === undefined) return `${field} ${valueText(before)} is gone`;
  return `${field} ${valueText(before)} → ${valueText(after)}`;
}

function valueText(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > VALUE_LENGTH_MAX ? `${text.slice(0, VALUE_LENGTH_MAX - 1)}…` : text;
}

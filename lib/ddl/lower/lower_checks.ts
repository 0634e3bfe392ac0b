import { diagnostic } from "../../errors/mod.ts";
import { type Check, checkFacts, readCheck } from "../../schema/mod.ts";
import type { ParsedCheck } from "../reader/parsed.ts";
import type { Lowering } from "./lowering.ts";
import type { TableDraft } from "./table_draft.ts";

/**
 * Makes the conditions of a table, and tells of those that generated rows will not follow.
 *
 * @param draft The table.
 * @param lowering Knows the dialect and takes findings.
 * @returns The frozen conditions, each once.
 */
export function lowerChecks({ parsed }: TableDraft, lowering: Lowering): readonly Check[] {
  const columns = parsed.columns.map(({ name }) => name.name);
  const table = parsed.name.name;
  const { name: dialect } = lowering.rules;
  const seen = new Set<string>();
  return Object.freeze(parsed.checks.flatMap((each): Check[] => {
    const named = each.name === undefined ? {} : { name: each.name };
    const check = readCheck(each.text, { columns, table, dialect, ...named });
    const identity = `${check.name ?? ""}\0${check.text}`;
    if (check.text === "" || seen.has(identity)) return [];
    seen.add(identity);
    tellUnused(check, { each, table, lowering });
    return [Object.freeze(check)];
  }));
}

function tellUnused(
  { rule }: Check,
  { each, table, lowering }: {
    readonly each: ParsedCheck;
    readonly table: string;
    readonly lowering: Lowering;
  },
): void {
  if (rule !== undefined && checkFacts(rule).unused.length === 0) return;
  const place = lowering.place(each.region);
  lowering.report(diagnostic("DDL_CHECK_KEPT", { table, kind: "CHECK" }, place));
}

import { quoteName } from "../query/mod.ts";
import {
  type Check as Rule,
  type ExperimentSchema,
  type Expression,
  partsOf,
  renderExpression,
  type Table,
} from "../schema/mod.ts";
import type { Check } from "./_plan_checks.ts";

/** What rules of columns may call and no database knows. */
const OWN_FUNCTIONS: ReadonlySet<string> = new Set(["generated", "row_number"]);

/**
 * Lists the CHECKs that have to hold. What is understood of one is written in the engine's words;
 * of any other the text itself is asked, which passes the gate like a user's.
 *
 * @param schema What was promised.
 */
export function planRuleChecks(schema: ExperimentSchema): readonly Check[] {
  return schema.tables.flatMap((table) =>
    (table.checks ?? []).map((rule) => ruleCheck(table, rule))
  );
}

/** NULL does not fail a CHECK, and is not counted here either. */
function ruleCheck({ name: table }: Table, { text, name, rule }: Rule): Check {
  const understood = rule !== undefined && isSql(rule) ? rule : null;
  const condition = understood === null
    ? `\n${text}\n`
    : renderExpression(understood, { engine: "duckdb" });
  return {
    ...{ kind: "check", table, columns: columnsOf(rule), condition: text },
    ...name !== undefined && { name },
    ...understood === null && { isForeign: true },
    sql: `SELECT count(*) FROM ${quoteName(table)} WHERE NOT (${condition})`,
  };
}

function isSql(rule: Expression): boolean {
  return !partsOf(rule).some((part) => part.kind === "call" && OWN_FUNCTIONS.has(part.name));
}

function columnsOf(rule: Expression | undefined): readonly string[] {
  const parts = rule === undefined ? [] : partsOf(rule);
  return [...new Set(parts.flatMap((part) => part.kind === "column" ? [part.name] : []))];
}

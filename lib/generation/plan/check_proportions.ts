import { type ExperimentSchema, tablesByName } from "../../schema/mod.ts";
import { codeRows } from "../infer/code_rows.ts";
import { isEventTable } from "../infer/infer_rules.ts";
import type { PlanContext } from "./plan_context.ts";

/** Rows of a table for each row that it references, beyond which most numbers are an oversight. */
const ROWS_PER_PARENT_MAX = 10_000;

/** No order has so many lines, and no visit so many clicks. */
const ROWS_PER_EVENT_MAX = 1_000;

/** Fewer rows than that are statuses, shops, countries: any number may refer to each. */
const PARENT_ROWS_MIN = 100;

/**
 * Tells of tables whose rows crowd around too few others: five million lines of a thousand orders.
 * Where `per_parent` says how many there are, or a parent lists codes, nothing is told.
 *
 * @param context The plan so far, and where to tell.
 * @param schema The tables.
 */
export function checkProportions(context: PlanContext, schema: ExperimentSchema): void {
  for (const table of schema.tables) {
    for (const { referencesTable, perParent } of table.foreignKeys) {
      const parent = tablesByName(schema).get(referencesTable.toLowerCase())!;
      const parentRows = context.rowCount(parent);
      const mean = context.rowCount(table) / parentRows;
      const isMeant = perParent !== undefined || parentRows < PARENT_ROWS_MIN ||
        codeRows(parent) !== null;
      const meanMax = isEventTable(parent.name) ? ROWS_PER_EVENT_MAX : ROWS_PER_PARENT_MAX;
      if (isMeant || mean <= meanMax) continue;
      const detail = { table: table.name, parent: parent.name, mean };
      context.report("PLAN_PARENT_CROWDED", detail, table);
    }
  }
}

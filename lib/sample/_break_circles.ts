import { type Diagnostic, diagnostic } from "../errors/mod.ts";
import { type Table, validateSchema } from "../schema/mod.ts";

/** Tables without required circles, and the references that were given up for it. */
export interface AcyclicTables {
  readonly tables: readonly Table[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Gives up references until no tables need each other before any of them can have a row. Real data
 * was filled in some order; a sample does not tell which.
 */
export function breakCircles(tables: readonly Table[]): AcyclicTables {
  const diagnostics: Diagnostic[] = [];
  let current = tables;
  for (let count = circleCount(current); count > 0; count = circleCount(current)) {
    const broken = withoutOneReference(current, count);
    if (broken === null) break;
    current = broken.tables;
    diagnostics.push(broken.finding);
  }
  return { tables: current, diagnostics };
}

function circleCount(tables: readonly Table[]): number {
  return validateSchema({ name: "sample", dialect: "postgres", tables })
    .filter(({ code }) => code === "REQUIRED_CYCLE").length;
}

/** The last one whose absence helps: the keys of the first tables are the most certain. */
function withoutOneReference(
  tables: readonly Table[],
  count: number,
): { readonly tables: readonly Table[]; readonly finding: Diagnostic } | null {
  const candidates = tables.flatMap((table) => table.foreignKeys.map((key) => ({ table, key })));
  for (const { table, key } of candidates.toReversed()) {
    const foreignKeys = table.foreignKeys.filter((each) => each !== key);
    const fewer = tables.map((each) => each === table ? { ...table, foreignKeys } : each);
    if (circleCount(fewer) >= count) continue;
    const detail = { table: table.name, columns: key.columns, parent: key.referencesTable };
    return { tables: fewer, finding: diagnostic("SAMPLE_CIRCLE", detail) };
  }
  return null;
}

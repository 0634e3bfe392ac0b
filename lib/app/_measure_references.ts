import { quoteName } from "../query/mod.ts";
import type { ForeignKey } from "../schema/mod.ts";
import type { Measured } from "./_measure_columns.ts";
import type { ReferencePicture } from "./profile_table.ts";

const STEP_COUNT_MAX = 24;

/** Parents that have so many rows. */
interface Family {
  readonly childCount: number;
  readonly parentCount: number;
}

/** Counts, for every foreign key, how many rows each parent has. */
export async function measureReferences(
  measured: Measured,
  rowCountOf: (table: string) => number,
): Promise<readonly ReferencePicture[]> {
  const pictures: ReferencePicture[] = [];
  for (const key of measured.table.foreignKeys) {
    pictures.push(await measureReference(measured, key, rowCountOf(key.referencesTable)));
  }
  return pictures;
}

async function measureReference(
  { warehouse, table, options }: Measured,
  { columns, referencesTable }: ForeignKey,
  parentCount: number,
): Promise<ReferencePicture> {
  const names = columns.map(quoteName);
  const rows = await warehouse.ask(
    `SELECT children, count(*) FROM (SELECT count(*) AS children FROM ${quoteName(table.name)} ` +
      `WHERE ${names.map((name) => `${name} IS NOT NULL`).join(" AND ")} ` +
      `GROUP BY ${names.join(", ")}) GROUP BY children ORDER BY children`,
    options,
  );
  const found = rows.map(([children, parents]) => ({
    childCount: Number(children),
    parentCount: Number(parents),
  }));
  const withChildren = found.reduce((sum, family) => sum + family.parentCount, 0);
  const childlessCount = Math.max(0, parentCount - withChildren);
  const families = childlessCount === 0
    ? found
    : [{ childCount: 0, parentCount: childlessCount }, ...found];
  const childCount = found.reduce((sum, family) => sum + family.childCount * family.parentCount, 0);
  return {
    ...{ columns, referencesTable, parentCount, childlessCount },
    min: families.at(0)?.childCount ?? 0,
    max: families.at(-1)?.childCount ?? 0,
    mean: parentCount === 0 ? 0 : childCount / parentCount,
    steps: stepsOf(families),
  };
}

/** Every count for itself where there are few, else in steps of equal width. */
function stepsOf(families: readonly Family[]): ReferencePicture["steps"] {
  const [first, last] = [families.at(0), families.at(-1)];
  if (first === undefined || last === undefined) return [];
  const width = Math.ceil((last.childCount - first.childCount + 1) / STEP_COUNT_MAX);
  const stepCount = Math.floor((last.childCount - first.childCount) / width) + 1;
  const counts = new Array<number>(stepCount).fill(0);
  for (const { childCount, parentCount } of families) {
    counts[Math.floor((childCount - first.childCount) / width)]! += parentCount;
  }
  return counts.map((count, i) => {
    const from = first.childCount + i * width;
    return { from, to: from + width - 1, count };
  });
}

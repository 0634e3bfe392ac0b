import type { ColumnProfile, Sample, TableProfile } from "../query/mod.ts";

/** What identifies the rows of a table, as far as its sample shows. */
export interface TableKeys {
  /** Column names; empty when nothing looks like a key. */
  readonly primaryKey: readonly string[];
  /** Columns without two rows alike, the primary key's own among them. */
  readonly unique: ReadonlySet<string>;
}

/** An estimate was seen 16 % too low; what comes this near is counted exactly. */
const ESTIMATE_SHARE_MIN = 0.6;

const PAIR_COUNT_MAX = 15;

/** Words that end the name of what identifies something. */
const KEY_NAME =
  /(?:^|[_\s-]|[a-z](?=I))(?:id|key|sk|pk|code|no|nr|num|number|nbr|seq|line|uuid|guid|rowid)$/i;
const GLUED_KEY_NAME = /(?:id|key|sk|uuid|number)$/i;

/** Whether a name is that of an identifier: `id`, `order_id`, `orderId`, `l_orderkey`. */
export function isKeyName(name: string): boolean {
  return KEY_NAME.test(name) || GLUED_KEY_NAME.test(name);
}

/**
 * Finds what is unique in a table, and which of it is most likely the primary key: by name, by
 * type, and by coming first.
 */
export async function findKeys(sample: Sample, table: TableProfile): Promise<TableKeys> {
  const unique = new Set<string>();
  for (const column of table.columns.filter((column) => mayIdentify(column, table))) {
    const count = await sample.distinctCount({ table: table.name, columns: [column.name] });
    if (count === table.rowCount) unique.add(column.name);
  }
  const ranked = table.columns
    .filter(({ name }) => unique.has(name))
    .map((column) => ({ name: column.name, score: keyScore(column, table) }))
    .toSorted((a, b) => b.score - a.score);
  const best = ranked.find(({ score }) => score >= 2);
  // A surrogate of ours stands in for what identified the rows before.
  if (best !== undefined && best.name.toLowerCase() !== "_row_id") {
    return { primaryKey: [best.name], unique };
  }
  const pair = await findPair(sample, table);
  return { primaryKey: pair ?? (best === undefined ? [] : [best.name]), unique };
}

const KEY_KINDS: ReadonlySet<string> = new Set(["integer", "decimal", "string", "uuid"]);

function mayIdentify({ type, valueCount, distinctCountEstimate }: ColumnProfile, {
  rowCount,
}: TableProfile): boolean {
  const counts = type.kind !== "decimal" || type.scale === 0;
  return rowCount >= 2 && KEY_KINDS.has(type.kind) && counts && valueCount === rowCount &&
    distinctCountEstimate >= rowCount * ESTIMATE_SHARE_MIN;
}

/** At least 2 for what may be a primary key: a name of its own, or the first column. */
function keyScore({ name, type, texts }: ColumnProfile, table: TableProfile): number {
  const isFirst = table.columns[0]?.name === name;
  const own = isNamedAfter(name, table.name);
  const isLong = texts !== undefined && texts.lengthMax > 64;
  return (own ? 4 : 0) + (isKeyName(name) ? 2 : 0) + (isFirst ? 1.5 : 0) +
    (type.kind === "integer" || type.kind === "uuid" ? 0.75 : 0) - (isLong ? 3 : 0);
}

/** Whether a name is that of its table's identifier: `id`, `order_id` of `orders`, `c_customer_sk`. */
export function isNamedAfter(name: string, table: string): boolean {
  const plain = name.toLowerCase().replaceAll("_", "");
  const words = ["id", "key", "sk"];
  return plain === "id" || words.some((word) => plain.endsWith(singular(table) + word));
}

function singular(name: string): string {
  return name.toLowerCase().replaceAll("_", "").replace(/ies$/, "y").replace(/s$/, "");
}

/**
 * Two columns with names of identifiers that together have no two rows alike. Those with the fewest
 * combinations go first: many combinations are unique by chance.
 */
async function findPair(
  sample: Sample,
  table: TableProfile,
): Promise<readonly string[] | null> {
  const { rowCount } = table;
  const parts = table.columns.filter(({ name, type, valueCount }) =>
    rowCount >= 2 && valueCount === rowCount && isKeyName(name) &&
    name.toLowerCase() !== "_row_id" &&
    (KEY_KINDS.has(type.kind) || type.kind === "date")
  );
  const pairs = parts.flatMap((one, i) => parts.slice(i + 1).map((other) => [one, other] as const))
    .filter((pair) => combinationCount(pair) >= rowCount * ESTIMATE_SHARE_MIN)
    .toSorted((a, b) => combinationCount(a) - combinationCount(b));
  for (const pair of pairs.slice(0, PAIR_COUNT_MAX)) {
    const columns = pair.map(({ name }) => name);
    if (await sample.distinctCount({ table: table.name, columns }) === rowCount) return columns;
  }
  return null;
}

function combinationCount([one, other]: readonly [ColumnProfile, ColumnProfile]): number {
  return one.distinctCountEstimate * other.distinctCountEstimate;
}

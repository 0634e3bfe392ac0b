import { DwSimError } from "../errors/mod.ts";
import type { CopySource, TableCopier } from "../query/mod.ts";

/** More folders than this are of no use to a reader, and each keeps a file open. */
export const PARTITION_COUNT_MAX = 1_000;

/** Bytes of a file name that common file systems take. */
const NAME_LENGTH_MAX = 255;

/** The folder of NULL, as Hive names it. */
const NULL_PARTITION = "__HIVE_DEFAULT_PARTITION__";

interface PartitionColumn {
  readonly table: string;
  readonly column: string;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Looks at the values of a column before they become folders `column=value`.
 *
 * @throws DwSimError EXPORT_TOO_MANY_PARTITIONS, EXPORT_PARTITION_VALUE.
 */
export async function refuseOddPartitions(
  copier: TableCopier,
  source: CopySource,
  { table, column, signal }: PartitionColumn,
): Promise<void> {
  const countMax = PARTITION_COUNT_MAX;
  const options = { column, countMax, ...signal !== undefined && { signal } };
  const values = await copier.distinctValues(source, options);
  if (values === null) {
    throw new DwSimError("EXPORT_TOO_MANY_PARTITIONS", { table, column, countMax });
  }
  for (const value of values) {
    const reason = value === null ? null : fault(value, column);
    if (value === null || reason === null) continue;
    throw new DwSimError("EXPORT_PARTITION_VALUE", { table, column, value, reason });
  }
}

function fault(value: string, column: string): string | null {
  if (value === NULL_PARTITION) return "is what the folder of NULL is called";
  const length = encodedLength(column) + "=".length + encodedLength(value);
  return length > NAME_LENGTH_MAX ? `makes a name of ${length} characters` : null;
}

/** The engine writes every byte but letters, digits and `-_.~` as `%XX`. */
function encodedLength(text: string): number {
  const bytes = new TextEncoder().encode(text);
  return bytes.reduce((sum, byte) => sum + (isPlain(byte) ? 1 : "%XX".length), 0);
}

function isPlain(byte: number): boolean {
  return /[A-Za-z0-9._~-]/.test(String.fromCharCode(byte));
}

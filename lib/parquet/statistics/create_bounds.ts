import type { ParquetColumn } from "../parquet_column.ts";
import { BooleanBounds } from "./boolean_bounds.ts";
import type { BoundsTracker } from "./bounds.ts";
import { BytesBounds } from "./bytes_bounds.ts";
import { FixedBounds } from "./fixed_bounds.ts";
import { FloatBounds } from "./float_bounds.ts";
import { Int32Bounds } from "./int32_bounds.ts";
import { Int64Bounds } from "./int64_bounds.ts";

/**
 * Chooses how the bounds of a column's values are found.
 *
 * @param column Its physical type and annotation decide the order.
 * @returns A tracker, or null where the format defines no order (INTERVAL).
 */
export function createBounds(column: ParquetColumn): BoundsTracker | null {
  const { annotation } = column;
  const signed = !(annotation?.kind === "INTEGER" && !annotation.signed);
  switch (column.physical) {
    case "BOOLEAN":
      return new BooleanBounds();
    case "INT32":
      return new Int32Bounds({ signed });
    case "INT64":
      return new Int64Bounds({ signed });
    case "FLOAT":
      return new FloatBounds({ single: true });
    case "DOUBLE":
      return new FloatBounds({ single: false });
    case "BYTE_ARRAY":
      return new BytesBounds(longBoundPolicy(column));
    case "FIXED_LEN_BYTE_ARRAY":
      if (annotation?.kind === "INTERVAL") return null;
      return new FixedBounds({
        width: column.typeLength!,
        signed: annotation?.kind === "DECIMAL",
      });
  }
}

function longBoundPolicy({ annotation }: ParquetColumn): "text" | "binary" | "omit" {
  if (annotation?.kind === "STRING") return "text";
  return annotation?.kind === "JSON" ? "omit" : "binary";
}

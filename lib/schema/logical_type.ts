/**
 * What a column holds, whatever warehouse it comes from. Physical layout is decided later: a type
 * here is never narrowed to what happens to be easy to store.
 *
 * - `string.maxLength`, `binary.maxLength`: characters (bytes for binary); null means unbounded.
 * - `precision` of time and timestamp: digits of a second, 0 to 9.
 * - `json` covers VARIANT, SUPER, OBJECT, ARRAY, MAP, VECTOR, JSON and JSONB.
 */
export type LogicalType =
  | { readonly kind: "boolean" }
  | { readonly kind: "integer"; readonly bits: 8 | 16 | 32 | 64 }
  | { readonly kind: "decimal"; readonly precision: number; readonly scale: number }
  | { readonly kind: "float"; readonly bits: 32 | 64 }
  | { readonly kind: "string"; readonly maxLength: number | null; readonly fixed: boolean }
  | { readonly kind: "binary"; readonly maxLength: number | null }
  | { readonly kind: "date" }
  | { readonly kind: "time"; readonly precision: number; readonly zoned: boolean }
  | { readonly kind: "timestamp"; readonly precision: number; readonly zoned: boolean }
  | { readonly kind: "json" }
  | { readonly kind: "uuid" }
  | { readonly kind: "geography" }
  | { readonly kind: "interval" };

export type LogicalKind = LogicalType["kind"];

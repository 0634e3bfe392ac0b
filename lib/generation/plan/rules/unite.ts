import type { Typed, ValueType } from "./value_type.ts";

/** The type of all, and bounds around the bounds of all. */
export function united(all: readonly Typed[]): Omit<Typed, "at" | "nullable"> {
  return {
    type: all[0]!.type,
    min: Math.min(...all.map(({ min }) => min)),
    max: Math.max(...all.map(({ max }) => max)),
    bytesMax: Math.max(...all.map(({ bytesMax }) => bytesMax)),
  };
}

/** The type to which all can be brought: that of the first which is no mere text or NULL. */
export function commonType(all: readonly Typed[]): ValueType {
  const types = all.map(({ type }) => type);
  if (types.some(({ kind }) => kind === "number")) {
    const scales = types.flatMap((type) => type.kind === "number" ? [type.scale] : []);
    const scale = scales.includes(null) ? null : Math.max(...scales.map(Number));
    return { kind: "number", scale };
  }
  const has = (kind: ValueType["kind"]) => types.some((type) => type.kind === kind);
  if (has("instant")) return { kind: "instant" };
  const typed = all.find(({ type, literal }) =>
    type.kind !== "null" && typeof literal !== "string"
  );
  return typed?.type ?? types.find(({ kind }) => kind !== "null") ?? { kind: "text" };
}

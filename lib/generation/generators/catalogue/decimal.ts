import type { LogicalType } from "../../../schema/mod.ts";
import type { NumberSource } from "../../sources/value_source.ts";
import { defineGenerator } from "../define_generator.ts";

const MAX = 10_000;

/** With five digits before the point, more would not be exact in a double. */
const DECIMALS_MAX = 10;

export default defineGenerator({
  name: "decimal",
  aliases: ["pydecimal", "numeric"],
  summary: "A number from 0 to 10000 with as many decimals as the column has",
  produces: ["integer", "decimal", "float"],
  source: ({ type }) => rangeOf(type),
});

function rangeOf(type: LogicalType): NumberSource {
  if (type.kind !== "decimal") return { kind: "number", min: 0, max: MAX, decimals: 2 };
  const decimals = Math.min(type.scale, DECIMALS_MAX);
  const room = 10 ** (type.precision - type.scale) - 10 ** -decimals;
  return { kind: "number", min: 0, max: Math.min(MAX, room), decimals };
}

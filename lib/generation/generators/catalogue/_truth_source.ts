import type { LogicalType } from "../../../schema/mod.ts";
import type { ValueSource } from "../../sources/value_source.ts";
import { weightedNumbers } from "../weighted_numbers.ts";
import { weightedWords } from "../weighted_words.ts";

/**
 * Yes or no as a column writes it: a boolean, Y and N, or 1 and 0.
 *
 * @param type Of the column.
 * @param rate Share of yes.
 */
export function truthSource(type: LogicalType, rate: number): ValueSource {
  switch (type.kind) {
    case "string":
      return weightedWords("yes_no", { N: 1 - rate, Y: rate });
    case "integer":
    case "decimal":
      return weightedNumbers([[0, 1 - rate], [1, rate]]);
    default:
      return { kind: "truth", rate };
  }
}

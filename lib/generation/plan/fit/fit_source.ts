import type { Domain } from "../../domains/domain.ts";
import type { ValueSource } from "../../sources/value_source.ts";
import { type Fit, type FitRequest, ORDINALS_MAX } from "./fit.ts";
import { fitUuidText } from "./fit_as_text.ts";
import { fitInstant } from "./fit_instant.ts";
import { fitNumber } from "./fit_number.ts";
import { fitNumbers } from "./fit_numbers.ts";
import { fitPattern } from "./fit_pattern.ts";
import { fitText, SERIAL_ALPHABET } from "./fit_text.ts";
import { fitTruth } from "./fit_truth.ts";
import { fitWords } from "./fit_words.ts";

/**
 * Fits a source to a column: which domain it becomes, and how rows draw on it.
 *
 * @param source What the values mean.
 * @param request The column and how many distinct values it needs.
 */
export function fitSource(source: ValueSource, request: FitRequest): Fit {
  switch (source.kind) {
    case "words":
      return fitWords(source, request);
    case "text":
      return fitText(source.parts, request);
    case "number":
      return fitNumber(source, request);
    case "numbers":
      return fitNumbers(source.values, request);
    case "instant":
      return fitInstant(source, request);
    case "truth":
      return fitTruth(source.rate, request);
    case "pattern":
      return fitPattern(source.forms, request);
    case "uuid":
      if (request.column.type.kind !== "uuid") return fitUuidText(request);
      return fitBytes({ kind: "uuid", key: request.key("value") }, request);
    case "bytes":
      return fitBinary(source.length, request);
  }
}

function fitBytes(domain: Domain, { distinct }: FitRequest): Fit {
  return distinct === null
    ? { kind: "drawn", domain, ordinal: { kind: "row" } }
    : { kind: "distinct", domain, count: ORDINALS_MAX };
}

/** Fewer than four bytes do not hold a whole ordinal, so they are counted out as text. */
function fitBinary(asked: number, request: FitRequest): Fit {
  const { type } = request.column;
  const lengthMax = type.kind === "binary" ? type.maxLength ?? asked : asked;
  const length = Math.max(1, Math.min(asked, lengthMax));
  if (length < 4 && request.distinct !== null) {
    return fitText([{ kind: "serial", alphabet: SERIAL_ALPHABET }], request);
  }
  return fitBytes({ kind: "binary", length, key: request.key("value") }, request);
}

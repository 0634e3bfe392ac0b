import type { NumberSource, ValueSource } from "../../sources/value_source.ts";
import type { Fit, FitRequest } from "./fit.ts";
import { fitText } from "./fit_text.ts";
import { fitWords } from "./fit_words.ts";

/** How many different texts stand for a range of numbers or a span of time. */
const TEXTS = 2048;

const HEX = "0123456789abcdef";

type Fitting = Extract<ValueSource, { kind: "number" | "instant" }>;

/**
 * Fits numbers or instants to a text column: texts evenly over the range, or, where every row needs
 * its own, a number counted up.
 *
 * @param source The range.
 * @param request The column.
 */
export function fitAsText(source: Fitting, request: FitRequest): Fit {
  if (request.distinct !== null && source.kind === "number") {
    return fitText([{ kind: "serial", alphabet: "0123456789" }], request);
  }
  const words = source.kind === "number" ? numberTexts(source) : dayTexts(source);
  const name = `texts of ${JSON.stringify(source)}`;
  return fitWords({ kind: "words", name, words }, request);
}

/**
 * Fits UUIDs to a text column, in their usual form.
 *
 * @param request The column; one shorter than 36 characters gets hexadecimal digits.
 */
export function fitUuidText(request: FitRequest): Fit {
  const hex = (width: number) => ({ kind: "symbols", alphabet: HEX, width }) as const;
  const dash = { kind: "literal", text: "-" } as const;
  const { type } = request.column;
  if (type.kind === "string" && type.maxLength !== null && type.maxLength < 36) {
    const width = Math.max(0, Math.min(32, type.maxLength) - (request.distinct === null ? 0 : 8));
    return fitText([hex(width), { kind: "serial", alphabet: HEX }], request);
  }
  const version = { kind: "literal", text: "-4" } as const;
  const variant = { kind: "words", name: "uuid_variant", words: ["8", "9", "a", "b"] } as const;
  const head = [hex(8), dash, hex(4), version, hex(3), dash, variant, hex(3), dash];
  return request.distinct === null
    ? fitText([...head, hex(12)], request)
    : fitText([...head, hex(4), { kind: "serial", alphabet: HEX }], {
      ...request,
      distinct: 2 ** 32,
    });
}

function numberTexts({ min, max, decimals }: NumberSource): string[] {
  const steps = Math.floor((max - min) * 10 ** decimals);
  const count = Math.min(TEXTS, steps + 1);
  return Array.from({ length: count }, (_, index) => {
    const offset = count === 1 ? 0 : Math.round((steps * index) / (count - 1));
    return (min + offset / 10 ** decimals).toFixed(decimals);
  });
}

function dayTexts({ start, end }: Extract<ValueSource, { kind: "instant" }>): string[] {
  const from = Date.parse(start);
  const days = Math.floor((Date.parse(end) - from) / 86_400_000);
  const count = Math.min(TEXTS, days + 1);
  return Array.from({ length: count }, (_, index) => {
    const day = count === 1 ? 0 : Math.round((days * index) / (count - 1));
    return new Date(from + day * 86_400_000).toISOString().slice(0, 10);
  });
}

import type { TemplatePart } from "../../domains/template_part.ts";
import type { TextPart } from "../../sources/value_source.ts";
import { byteLength, bytesMaxOf } from "./byte_limit.ts";
import { type Fit, type FitRequest, ORDINALS_MAX } from "./fit.ts";
import { cutWordList, longestWord } from "./word_lists.ts";

/** The alphabet of the numbers that make texts distinct. */
export const SERIAL_ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";

/** Serials are this wide where the length allows, so that adding rows changes none that are there. */
const SERIAL_WIDTH = 6;

/**
 * Fits a composed text to a column: words are cut until the longest text fits its length, and the
 * serial is as wide as the distinct values need.
 *
 * @param parts The text.
 * @param request The column.
 */
export function fitText(parts: readonly TextPart[], request: FitRequest): Fit {
  const bytesMax = bytesMaxOf(request.column.type);
  return request.distinct === null
    ? fitRepeating(parts.filter(({ kind }) => kind !== "serial"), bytesMax, request)
    : fitDistinct(withSerial(parts), { bytesMax, distinct: request.distinct, request });
}

function fitRepeating(
  parts: readonly TextPart[],
  bytesMax: number | null,
  request: FitRequest,
): Fit {
  const fitted = cutParts(parts, { bytesMax, serialWidth: 0 }) ??
    [{ kind: "symbols", alphabet: LETTERS, width: Math.max(1, Math.min(bytesMax ?? 1, 8)) }];
  return {
    kind: "drawn",
    domain: { kind: "template", parts: templateParts(fitted, 0, request) },
    ordinal: { kind: "row" },
  };
}

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

interface DistinctText {
  readonly bytesMax: number | null;
  readonly distinct: number;
  readonly request: FitRequest;
}

function fitDistinct(
  parts: readonly TextPart[],
  { bytesMax, distinct, request }: DistinctText,
): Fit {
  const serial = parts.find((part) => part.kind === "serial")!;
  const base = serial.alphabet.length;
  const needed = digits(distinct, base);
  for (
    const width of new Set([
      Math.max(needed, Math.min(SERIAL_WIDTH, digits(ORDINALS_MAX, base))),
      needed,
    ])
  ) {
    const fitted = cutParts(parts, { bytesMax, serialWidth: width });
    if (fitted !== null) return distinctFit(fitted, { width, base, request });
  }
  if (needed <= (bytesMax ?? needed)) {
    return distinctFit([serial], { width: needed, base, request });
  }
  if (base >= SERIAL_ALPHABET.length) return { kind: "shortage", countMax: base ** bytesMax! };
  return fitDistinct([{ ...serial, alphabet: SERIAL_ALPHABET }], { bytesMax, distinct, request });
}

function distinctFit(
  parts: readonly TextPart[],
  { width, base, request }: { width: number; base: number; request: FitRequest },
): Fit {
  return {
    kind: "distinct",
    domain: { kind: "template", parts: templateParts(parts, width, request) },
    count: Math.min(base ** width, ORDINALS_MAX),
  };
}

/** Digits that numbers below `count` need in a base. */
function digits(count: number, base: number): number {
  let width = 1;
  while (base ** width < count) width++;
  return width;
}

function withSerial(parts: readonly TextPart[]): readonly TextPart[] {
  if (parts.some(({ kind }) => kind === "serial")) return parts;
  return [...parts, { kind: "literal", text: "-" }, {
    kind: "serial",
    alphabet: "0123456789abcdefghijklmnopqrstuvwxyz",
  }];
}

interface CutLimits {
  readonly bytesMax: number | null;
  readonly serialWidth: number;
}

/** Shares the bytes that fixed parts leave among the lists of words; null if they leave too few. */
function cutParts(parts: readonly TextPart[], limits: CutLimits): readonly TextPart[] | null {
  const { bytesMax, serialWidth } = limits;
  if (bytesMax === null) return parts;
  const lists = parts.flatMap((part, place) =>
    part.kind === "words" ? [{ place, longest: longestWord(part.words) }] : []
  );
  let room = bytesMax - parts.reduce((sum, part) => sum + fixedBytes(part, serialWidth), 0);
  let waiting = lists.length;
  const shares = new Map<number, number>();
  for (const { place, longest } of lists.sort((a, b) => a.longest - b.longest)) {
    const share = Math.min(longest, Math.floor(room / waiting--));
    if (share < 1) return null;
    shares.set(place, share);
    room -= share;
  }
  if (room < 0) return null;
  return parts.map((part, place) =>
    part.kind === "words" ? cutList(part, shares.get(place)!) : part
  );
}

function fixedBytes(part: TextPart, serialWidth: number): number {
  switch (part.kind) {
    case "literal":
      return byteLength(part.text);
    case "symbols":
      return part.width;
    case "serial":
      return serialWidth;
    case "words":
      return 0;
  }
}

function cutList(list: Extract<TextPart, { kind: "words" }>, bytesMax: number): TextPart {
  if (longestWord(list.words) <= bytesMax) return list;
  const words = cutWordList(list.words, bytesMax);
  return { ...list, name: `${list.name} in ${bytesMax} bytes`, words };
}

/** Each random part draws on a stream of its own, named by its place. */
function templateParts(
  parts: readonly TextPart[],
  serialWidth: number,
  { context, key }: FitRequest,
): TemplatePart[] {
  return parts.map((part, place): TemplatePart => {
    switch (part.kind) {
      case "literal":
        return part;
      case "words": {
        const pool = context.keepPool(part.name, part.words);
        return { kind: "pool", pool, key: key(`part ${place}`) };
      }
      case "symbols":
        return { ...part, key: key(`part ${place}`) };
      case "serial":
        return { kind: "ordinal", alphabet: part.alphabet, width: serialWidth };
    }
  });
}

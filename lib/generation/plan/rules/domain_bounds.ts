import type { Domain } from "../../domains/domain.ts";
import { byteLength } from "../fit/byte_limit.ts";
import { longestWord } from "../fit/word_lists.ts";

/** What a domain reaches: numbers in units, texts in bytes. */
export interface DomainBounds {
  readonly min: number;
  readonly max: number;
  readonly bytesMax: number;
}

/**
 * Finds out how far the values of a domain reach.
 *
 * @param domain Any domain.
 * @param pools The plan's words.
 */
export function domainBounds(
  domain: Domain,
  pools: Readonly<Record<string, readonly string[]>>,
): DomainBounds {
  switch (domain.kind) {
    case "affine":
    case "wide": {
      const first = domain.start / domain.divisor;
      const last = (domain.start + domain.step * (domain.count - 1)) / domain.divisor;
      return { min: Math.min(first, last), max: Math.max(first, last), bytesMax: 0 };
    }
    case "quantile": {
      // Decimals are in units of their scale, floats in their own.
      const units = domain.scale === null ? 1 : (domain.scale * domain.step) / domain.divisor;
      return { min: domain.low * units, max: domain.high * units, bytesMax: 0 };
    }
    case "list": {
      const units = domain.units.map((unit) => unit / domain.divisor);
      return { min: smallest(units), max: -smallest(units.map((unit) => -unit)), bytesMax: 0 };
    }
    case "pool":
      return { min: 0, max: 0, bytesMax: longestWord(pools[domain.pool]!) };
    case "template":
      return { min: 0, max: 0, bytesMax: templateBytes(domain.parts, pools) };
    case "pattern":
      return { min: 0, max: 0, bytesMax: patternBytes(domain.forms) };
    case "uuid":
    case "binary":
      return { min: 0, max: 0, bytesMax: Infinity };
  }
}

function smallest(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value), Infinity);
}

function templateBytes(
  parts: Extract<Domain, { kind: "template" }>["parts"],
  pools: Readonly<Record<string, readonly string[]>>,
): number {
  return parts.reduce((sum, part) => {
    if (part.kind === "literal") return sum + byteLength(part.text);
    return sum + (part.kind === "pool" ? longestWord(pools[part.pool]!) : part.width);
  }, 0);
}

/** Bytes of the longest text of any form. */
export function patternBytes(forms: Extract<Domain, { kind: "pattern" }>["forms"]): number {
  const widest = (characters: string) => Math.max(...Array.from(characters, byteLength));
  return Math.max(...forms.map((form) => form.reduce((sum, place) => sum + widest(place), 0)));
}

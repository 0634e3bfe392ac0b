import type { Locale } from "../../../schema/mod.ts";

/** How telephone numbers of a country look that nobody has. */
export interface LocalPhones {
  /** Beginnings with the country, each before so many digits. */
  readonly international: readonly string[];
  /** The same without the country, for columns with less room. */
  readonly national: readonly string[];
  readonly digitCount: number;
}

/** How postcodes of a country look. */
export interface LocalPostcodes {
  readonly beginnings: readonly string[];
  /** Digits behind it, with what stands between. */
  readonly between: string;
  readonly digitCount: number;
}

/** What English has is American, and older than all others. */
type Abroad = Exclude<Locale, "en">;

/**
 * Germany (Bundesnetzagentur, notice 148/2021) and France (ARCEP's numbering plan) keep ranges for
 * films and books. Spain and Japan keep none: numbers in Spain do not begin with 4, and behind an
 * area of Japan no exchange begins with 0.
 */
export const LOCAL_PHONES: Readonly<Record<Abroad, LocalPhones>> = {
  de: phones(["+49 ", "0"], ["30 23125", "69 90009", "40 66969", "221 4710", "89 99998"], 3),
  fr: phones(["+33 ", "0"], ["1 9900", "2 6191", "3 5301", "4 6571", "5 3649", "6 3998"], 4),
  es: phones(["+34 ", ""], ["4"], 8),
  ja: phones(["+81 ", "0"], ["3-0", "6-0"], 7),
};

export const LOCAL_POSTCODES: Readonly<Record<Abroad, LocalPostcodes>> = {
  // Regions that Deutsche Post has not given out.
  de: { beginnings: numbered(1, 99, ["05", "43", "62"]), between: "", digitCount: 3 },
  // Departments: 20 is Corsica, 96 to 99 are elsewhere.
  fr: { beginnings: numbered(1, 95, []), between: "", digitCount: 3 },
  // Provinces.
  es: { beginnings: numbered(1, 52, []), between: "", digitCount: 3 },
  ja: {
    beginnings: Array.from({ length: 999 }, (_, i) => String(i + 1).padStart(3, "0")),
    between: "-",
    digitCount: 4,
  },
};

function phones(
  [country, trunk]: readonly [country: string, trunk: string],
  areas: readonly string[],
  digitCount: number,
): LocalPhones {
  return {
    international: areas.map((area) => country + area),
    national: areas.map((area) => trunk + area.replace(" ", "")),
    digitCount,
  };
}

function numbered(first: number, last: number, gaps: readonly string[]): readonly string[] {
  return Array.from({ length: last - first + 1 }, (_, i) => String(first + i).padStart(2, "0"))
    .filter((each) => !gaps.includes(each));
}

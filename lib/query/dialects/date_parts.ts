import type { ForeignDialect } from "./dialect_rules.ts";

/** What the dialects call the parts of a date; the first name is the engine's. */
const SHARED: Readonly<Record<string, string>> = {
  year: "year years yr yrs y",
  quarter: "quarter quarters qtr qtrs",
  month: "month months mon mons",
  week: "week weeks w",
  day: "day days d",
  hour: "hour hours hr hrs h",
  minute: "minute minutes min mins m",
  second: "second seconds sec secs s",
  millisecond: "millisecond milliseconds ms msec msecs",
  microsecond: "microsecond microseconds us usec usecs",
  decade: "decade decades",
  century: "century centuries",
  millennium: "millennium millennia",
  dow: "dow",
  doy: "doy",
  epoch: "epoch",
};

const OWN: Readonly<Record<ForeignDialect, Readonly<Record<string, string>>>> = {
  postgres: { isodow: "isodow", isoyear: "isoyear", julian: "julian" },
  redshift: {
    decade: "dec decs",
    century: "c cent cents",
    millennium: "mil mils",
    millisecond: "msecond mseconds millisec millisecs millisecon",
    microsecond: "usecond useconds microsec microsecs microsecond",
    dow: "dw dayofweek weekday",
    doy: "dy dayofyear yearday",
    timezone: "timezone tz",
  },
  snowflake: {
    year: "yy yyy yyyy",
    quarter: "q",
    month: "mm",
    week: "wk weekofyear woy wy week_iso weekiso weekofyeariso weekofyear_iso",
    day: "dd dayofmonth",
    dow: "dayofweek weekday dow dw",
    isodow: "dayofweekiso weekday_iso dow_iso dw_iso dayofweek_iso",
    doy: "dayofyear yearday dy",
    isoyear: "yearofweek yearofweekiso",
    hour: "hh",
    minute: "mi",
    second: "ss",
    nanosecond: "nanosecond nanoseconds ns nsec nanosec nsecond nseconds nanosecs",
    epoch: "epoch_second epoch_seconds",
    epoch_millisecond: "epoch_millisecond epoch_milliseconds",
    epoch_microsecond: "epoch_microsecond epoch_microseconds",
    epoch_nanosecond: "epoch_nanosecond epoch_nanoseconds",
    timezone_hour: "timezone_hour tzh",
    timezone_minute: "timezone_minute tzm",
  },
};

const NAMES = new Map<ForeignDialect, ReadonlyMap<string, string>>();

/**
 * The engine's name for a part of a date.
 *
 * @param dialect Whose name it is.
 * @param name The name, in any case.
 * @returns The engine's name, or null if the dialect has no such part.
 */
export function readPart(dialect: ForeignDialect, name: string): string | null {
  return namesOf(dialect).get(name.toLowerCase()) ?? null;
}

/** All names of parts of a dialect. */
export function namesOf(dialect: ForeignDialect): ReadonlyMap<string, string> {
  let names = NAMES.get(dialect);
  if (names === undefined) {
    names = new Map(
      [SHARED, OWN[dialect]].flatMap((parts) =>
        Object.entries(parts).flatMap(([part, words]) =>
          words.split(" ").map((word) => [word, part] as const)
        )
      ),
    );
    NAMES.set(dialect, names);
  }
  return names;
}

CREATE TABLE times (
  a date, b time, c time(3), d timetz, e time(2) with time zone, f time without time zone,
  g timestamp, h timestamp(3) without time zone, i timestamptz, j timestamp(0) with time zone,
  k timestamptz(3), l interval, m interval day to second(3), n interval(4), o interval year
);

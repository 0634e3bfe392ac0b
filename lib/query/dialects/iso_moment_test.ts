import { equal } from "node:assert/strict";
import { isoMoment } from "./iso_moment.ts";

Deno.test("isoMoment reads the forms of dates that Redshift documents", () => {
  equal(isoMoment("2008-06-01"), "2008-06-01");
  equal(isoMoment("20080601"), "2008-06-01");
  equal(isoMoment("6/1/2008"), "2008-06-01");
  equal(isoMoment("12-31-2008"), "2008-12-31");
  equal(isoMoment("Jun 1,2008"), "2008-06-01");
  equal(isoMoment("January 8, 1999"), "1999-01-08");
  equal(isoMoment("08-Jan-1999"), "1999-01-08");
  equal(isoMoment("1999-Jan-08"), "1999-01-08");
});

Deno.test("isoMoment reads a time behind the date, with its half of the day", () => {
  equal(isoMoment("Jun 1,2008  09:59:59"), "2008-06-01 09:59:59");
  equal(isoMoment("Dec 31,2008 18:20"), "2008-12-31 18:20:00");
  equal(isoMoment("20230104 04:05:06.789"), "2023-01-04 04:05:06.789");
  equal(isoMoment("6/1/2008 12:30 AM"), "2008-06-01 00:30:00");
});

Deno.test("isoMoment leaves to the engine what is in none of the forms", () => {
  for (
    const text of ["", "month", "US/Pacific", "2008", "99/99", "Foo 1,2008", "6/1/2008 13:00 PM"]
  ) {
    equal(isoMoment(text), null);
  }
});

import type { Faker } from "@faker-js/faker";
import { DIGITS } from "../alphabets.ts";
import { defineGenerator } from "../define_generator.ts";
import { sampledWords } from "../sampled_words.ts";
import { literal, oneOf, serial, symbols, textOf } from "../text_parts.ts";

export default defineGenerator({
  name: "point",
  aliases: [
    "location.nearbyGPSCoordinate",
    "latlng",
    "local_latlng",
    "location_on_land",
    "geo_point",
    "coordinate",
  ],
  summary: "A place on the globe as WKT",
  produces: ["string", "geography"],
  source: ({ book }) =>
    textOf(
      oneOf(sampledWords(book, { name: "point_start", draw: pointStart })),
      symbols(DIGITS, 4),
      serial(DIGITS),
      literal(")"),
    ),
});

function pointStart(faker: Faker): string {
  const longitude = faker.location.longitude({ precision: 4 });
  const latitude = faker.location.latitude({ min: -55, max: 70, precision: 2 });
  return `POINT(${longitude.toFixed(4)} ${latitude.toFixed(2)}`;
}

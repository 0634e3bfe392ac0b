import { BASE_36 } from "../alphabets.ts";
import { defineGenerator } from "../define_generator.ts";
import { literal, serial, symbols, textOf } from "../text_parts.ts";

export default defineGenerator({
  name: "image_url",
  aliases: [
    "image.url",
    "image.avatar",
    "image.urlPicsumPhotos",
    "image.personPortrait",
    "avatar",
    "avatar_url",
  ],
  summary: "The address of a picture under a reserved domain",
  produces: ["string"],
  source: () =>
    textOf(
      literal("https://images.example.com/"),
      symbols(BASE_36, 10),
      serial(BASE_36),
      literal("?width=640"),
    ),
});

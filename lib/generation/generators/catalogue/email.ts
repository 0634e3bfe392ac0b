import { BASE_36 } from "../alphabets.ts";
import { defineGenerator } from "../define_generator.ts";
import { listedWords } from "../listed_words.ts";
import { literal, oneOf, serial, textOf } from "../text_parts.ts";
import { plainFirstNames, plainLastNames } from "./_common_lists.ts";

/** Domains that RFC 2606 keeps for examples: no mail reaches anybody. */
const DOMAINS = ["@example.com", "@example.net", "@example.org"];

export default defineGenerator({
  name: "email",
  aliases: [
    "internet.email",
    "internet.exampleEmail",
    "email_address",
    "free_email",
    "safe_email",
    "company_email",
    "ascii_email",
    "ascii_free_email",
    "ascii_safe_email",
    "ascii_company_email",
  ],
  summary: "An e-mail address made of a first and a last name, under a reserved domain",
  produces: ["string"],
  source: ({ book }) =>
    textOf(
      oneOf(plainFirstNames(book)),
      literal("."),
      oneOf(plainLastNames(book)),
      serial(BASE_36),
      oneOf(listedWords("email_domain", DOMAINS)),
    ),
});

import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "email",
  aliases: ["internet.email", "free_email", "safe_email", "company_email", "ascii_email"],
  summary: "An e-mail address made of a first and a last name",
  produces: ["string"],
  source: ({ book }) => ({
    kind: "text",
    parts: [
      {
        kind: "words",
        name: "email_first",
        words: book.sample("email_first", (faker) => asciiLower(faker.person.firstName())),
      },
      { kind: "literal", text: "." },
      {
        kind: "words",
        name: "email_last",
        words: book.sample("email_last", (faker) => asciiLower(faker.person.lastName())),
      },
      { kind: "serial", alphabet: "0123456789abcdefghijklmnopqrstuvwxyz" },
      {
        kind: "words",
        name: "email_domain",
        words: ["@example.com", "@example.net", "@example.org"],
      },
    ],
  }),
});

function asciiLower(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, "");
}

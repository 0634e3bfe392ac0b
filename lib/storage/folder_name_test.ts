import assert from "node:assert/strict";
import { join, resolve, sep } from "node:path";
import fc from "fast-check";
import { folderName } from "./folder_name.ts";

const HOSTILE = [
  "",
  ".",
  "..",
  "../../etc/passwd",
  "/etc/passwd",
  "C:\\Windows",
  "a/b",
  "a\\b",
  "a\0b",
  "a\nb",
  " ",
  "~",
  "*",
  "part=1",
  "$(rm -rf x)",
  "%2E%2E",
  "CON",
  "nul",
  "COM1",
  "con.txt",
  "name.",
  ".hidden",
  "-rf",
  "\u202Eevil",
  "\u00E9",
  "e\u0301",
  "売上",
  "\uD800",
  "\uD801",
  "a".repeat(255),
  "a".repeat(256),
  "売".repeat(100),
  "\uD800".repeat(300),
];

Deno.test("folderName keeps ordinary names as they are", () => {
  for (const name of ["sales", "ORDERS", "_row_2", "a-b", "x".repeat(120)]) {
    assert.equal(folderName(name), name);
  }
});

Deno.test("folderName makes a different folder of every hostile name, and each can be made", () => {
  const root = Deno.makeTempDirSync();
  try {
    for (const name of HOSTILE) {
      const path = resolve(join(root, folderName(name)));
      assert(path.startsWith(root + sep), name);
      assert.equal(path.indexOf(sep, root.length + 1), -1, name);
      Deno.mkdirSync(path);
    }
    assert.equal([...Deno.readDirSync(root)].length, HOSTILE.length);
  } finally {
    Deno.removeSync(root, { recursive: true });
  }
});

Deno.test("folderName of any text is one safe path segment", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 300 }), (name) => {
    const folder = folderName(name);
    assert.match(folder, /^[A-Za-z0-9_%~-]{1,120}$/);
  }));
});

Deno.test("folderName never gives two names the same folder", () => {
  const names = fc.string({ unit: fc.constantFrom("%", "2", "E", ".", "u", "~", "a", "\uD800") });
  fc.assert(fc.property(names, names, (a, b) => {
    assert.equal(folderName(a) === folderName(b), a === b);
  }));
});

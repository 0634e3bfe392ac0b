import assert from "node:assert/strict";
import { type TarEntry, writeTar } from "./write_tar.ts";

const encode = (text: string) => new TextEncoder().encode(text);

const ENTRIES: readonly TarEntry[] = [
  { path: "b/empty.txt", content: new Uint8Array(0), isExecutable: false },
  { path: "a.sh", content: encode("#!/bin/sh\necho hello\n"), isExecutable: true },
  { path: `long/${"d".repeat(90)}/${"f".repeat(95)}`, content: encode("x"), isExecutable: false },
  { path: "block", content: encode("y".repeat(512)), isExecutable: false },
];

Deno.test("writeTar writes what tar unpacks, with its contents and modes", async () => {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.writeFile(`${folder}/a.tar`, writeTar(ENTRIES));
    const { success } = await new Deno.Command("tar", {
      args: ["-xf", "a.tar"],
      cwd: folder,
    }).output();
    assert.ok(success);
    for (const { path, content, isExecutable } of ENTRIES) {
      assert.deepEqual(await Deno.readFile(`${folder}/${path}`), content, path);
      assert.equal((await Deno.stat(`${folder}/${path}`)).mode! & 0o777, isExecutable ? 493 : 420);
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("writeTar gives the same bytes whatever the order of the entries", () => {
  assert.deepEqual(writeTar([...ENTRIES].reverse()), writeTar(ENTRIES));
});

Deno.test("writeTar refuses a name that no header can hold", () => {
  const entry = { path: "n".repeat(101), content: new Uint8Array(0), isExecutable: false };
  assert.throws(() => writeTar([entry]), /too long for an archive/);
});

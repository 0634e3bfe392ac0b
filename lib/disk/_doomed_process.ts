// A process of the tests, made to be killed: owns a place on the disk, and says where it is.
import { makeFolder, OwnerMark, scratchPath } from "./mod.ts";

const [parent, mark] = Deno.args;
const path = scratchPath(parent!, "test");
makeFolder(path);
if (mark !== undefined) OwnerMark.set(mark, "something");
Deno.stdout.writeSync(new TextEncoder().encode(path));
await Deno.stdin.read(new Uint8Array(1));

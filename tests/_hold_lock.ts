// A process of the fault tests: holds the write lock of the catalog it is given for so many
// milliseconds, and says `held` when it has it.
import { DatabaseSync } from "node:sqlite";

const [path, holdMs] = Deno.args;
using database = new DatabaseSync(path!, { timeout: 5_000 });
database.exec("BEGIN IMMEDIATE");
Deno.stdout.writeSync(new TextEncoder().encode("held\n"));
await new Promise((resume) => setTimeout(resume, Number(holdMs)));
database.exec("ROLLBACK");

import assert from "node:assert/strict";
import { coverageLines, coverageRooms } from "./coverage_rooms.ts";

const LCOV = `SF:/p/lib/ddl/a.ts
BRF:4
BRH:1
LF:10
LH:9
end_of_record
SF:/p/lib/ddl/deep/b.ts
BRF:0
BRH:0
LF:10
LH:10
end_of_record
SF:/p/lib/app/c.ts
BRF:1
BRH:1
LF:20
LH:5
end_of_record
SF:/p/lib/app/_testing.ts
LF:100
LH:0
end_of_record
SF:/p/tools/d.ts
LF:100
LH:0
end_of_record
`;

Deno.test("coverageRooms sums up the files of each room, and leaves out what is no part of one", () => {
  assert.deepEqual([...coverageRooms(LCOV, "/p")], [
    ["app", { lines: 20, linesRun: 5, branches: 1, branchesRun: 1 }],
    ["ddl", { lines: 20, linesRun: 19, branches: 4, branchesRun: 1 }],
  ]);
});

Deno.test("coverageLines has a line for each room, and one for all", () => {
  assert.deepEqual(coverageLines(coverageRooms(LCOV, "/p")), [
    "coverage of      lines  branches",
    "lib/app           25.0     100.0",
    "lib/ddl           95.0      25.0",
    "all of lib        60.0      40.0",
  ]);
});

/** How much of something tests have run. */
export interface Coverage {
  readonly lines: number;
  readonly linesRun: number;
  readonly branches: number;
  readonly branchesRun: number;
}

const NAME_WIDTH = 16;

const NOTHING: Coverage = { lines: 0, linesRun: 0, branches: 0, branchesRun: 0 };

/**
 * Sums up coverage by the rooms of `lib`.
 *
 * @param lcov What `deno coverage --lcov` prints.
 * @param root The project's folder, absolute.
 * @returns Rooms by name, in order; files that are tests or help them are left out.
 */
export function coverageRooms(lcov: string, root: string): ReadonlyMap<string, Coverage> {
  const rooms = new Map<string, Coverage>();
  for (const record of lcov.split("end_of_record")) {
    const path = /^SF:(.*)$/m.exec(record)?.[1] ?? "";
    const [, room] = path.startsWith(`${root}/lib/`) ? path.slice(root.length + 1).split("/") : [];
    if (room === undefined || /\/(testing\/|_testing)/.test(path)) continue;
    const number = (key: string) =>
      Number(new RegExp(`^${key}:(\\d+)$`, "m").exec(record)?.[1] ?? 0);
    const found = {
      lines: number("LF"),
      linesRun: number("LH"),
      branches: number("BRF"),
      branchesRun: number("BRH"),
    };
    rooms.set(room, sum(rooms.get(room) ?? NOTHING, found));
  }
  return new Map([...rooms].toSorted(([a], [b]) => a < b ? -1 : 1));
}

function sum(a: Coverage, b: Coverage): Coverage {
  return {
    lines: a.lines + b.lines,
    linesRun: a.linesRun + b.linesRun,
    branches: a.branches + b.branches,
    branchesRun: a.branchesRun + b.branchesRun,
  };
}

/** A line for each room, and one for all of them, with per cents. */
export function coverageLines(rooms: ReadonlyMap<string, Coverage>): readonly string[] {
  const all = [...rooms.values()].reduce(sum, NOTHING);
  const percent = (part: number, whole: number) =>
    (whole === 0 ? 100 : part / whole * 100).toFixed(1).padStart(6);
  const row = (name: string, of: Coverage) =>
    `${name.padEnd(NAME_WIDTH)}${percent(of.linesRun, of.lines)}  ${
      percent(of.branchesRun, of.branches).padStart(8)
    }`;
  return [
    `${"coverage of".padEnd(NAME_WIDTH)} lines  branches`,
    ...[...rooms].map(([name, room]) => row(`lib/${name}`, room)),
    row("all of lib", all),
  ];
}

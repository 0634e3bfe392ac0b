import { type Finding, report } from "./finding.ts";
import { findCycles } from "./find_cycles.ts";
import { OUTSIDE, PACKAGES, type RoomRule, ROOMS } from "./house_rules.ts";
import { isSource, isTestOnly, listFiles } from "./list_files.ts";
import { type ImportEdge, readImports } from "./read_imports.ts";

/** An import of one file, with everything the rules ask about it. */
interface Import extends ImportEdge {
  readonly path: string;
  readonly room: string;
  readonly target: string;
}

/**
 * Holds every import of the project against the house rules.
 *
 * @param root The project's folder.
 * @returns What breaks them, by file.
 */
export async function checkImports(root: string): Promise<readonly Finding[]> {
  const paths = await listFiles(root);
  const imports = new Map<string, readonly Import[]>();
  for (const path of paths.filter(isSource)) {
    const edges = readImports(await Deno.readTextFile(`${root}/${path}`));
    imports.set(path, edges.map((edge) => placed(path, edge)));
  }
  return [
    ...paths.filter((path) => /(^|\/)package\.json$/.test(path)).map(packageJsonFinding),
    ...[...imports.keys()].flatMap(unknownRoomFindings),
    ...[...imports.values()].flat().flatMap(importFindings),
    ...cycleFindings(imports),
  ];
}

function placed(path: string, edge: ImportEdge): Import {
  return { ...edge, path, room: roomOf(path), target: resolve(path, edge.specifier ?? "") };
}

/** `lib/ddl/lexer.ts` is of room `ddl`, `routes/api/x.ts` of `routes`, `cli.ts` of itself. */
function roomOf(path: string): string {
  const [first, second] = path.split("/");
  return first === "lib" && second !== undefined ? second : first!;
}

/** The project's path of a relative specifier; anything else as it stands. */
function resolve(path: string, specifier: string): string {
  if (!/^\.\.?\//.test(specifier)) return specifier;
  return decodeURI(new URL(specifier, `file:///${path}`).pathname).slice(1);
}

function importFindings(edge: Import): readonly Finding[] {
  if (edge.specifier === null) return [computedFinding(edge)];
  if (/^(jsr|https?|file|data):/.test(edge.specifier)) return [remoteFinding(edge)];
  const isRelative = edge.target !== edge.specifier;
  if (!isRelative) return edge.kind === "url" ? [] : packageFindings(edge);
  if (!isSource(edge.target)) return [];
  return [...roomFindings(edge), ...privateFindings(edge)];
}

function roomFindings(edge: Import): readonly Finding[] {
  const targetRoom = roomOf(edge.target);
  if (targetRoom === edge.room) return [];
  const isOutsider = OUTSIDE.includes(edge.room) || isTestOnly(edge.path);
  const rule = ROOMS.find(({ room }) => room === edge.room);
  if (!isOutsider && rule !== undefined && !mayImport(rule, targetRoom, edge)) {
    return [roomFinding(edge, rule, targetRoom)];
  }
  // What makes cases for tests is shared between the tests of all rooms.
  if (isTestOnly(edge.path) && /^lib\/[^/]+\/testing\//.test(edge.target)) return [];
  const { sideDoor = "mod.ts" } = ROOMS.find(({ room }) => room === targetRoom) ?? {};
  const doors = ["mod.ts", sideDoor].map((file) => `lib/${targetRoom}/${file}`);
  const isDoor = !edge.target.startsWith("lib/") || doors.includes(edge.target);
  return isDoor ? [] : [doorFinding(edge, doors[0]!)];
}

function mayImport(rule: RoomRule, targetRoom: string, edge: Import): boolean {
  const asType = edge.kind === "type" && rule.typesOnly?.includes(targetRoom) === true;
  return asType || rule.mayImport.includes(targetRoom);
}

function privateFindings(edge: Import): readonly Finding[] {
  const isPrivate = /(^|\/)_[^/]*$/.test(edge.target);
  if (!isPrivate || folderOf(edge.path) === folderOf(edge.target)) return [];
  // Tests of one room may share their helpers, in whichever of its folders they stand.
  const isShared = isTestOnly(edge.path) && isTestOnly(edge.target);
  return isShared && roomOf(edge.target) === edge.room ? [] : [privateFinding(edge)];
}

function packageFindings(edge: Import): readonly Finding[] {
  const { specifier, room } = edge;
  if (specifier!.startsWith("npm:")) return [unpinnedFinding(edge)];
  const rule = PACKAGES.find(({ name }) => specifier === name || specifier!.startsWith(`${name}/`));
  if (rule === undefined) return specifier!.startsWith("node:") ? [] : [homelessFinding(edge)];
  const isAllowed = rule.homes.includes(room) || (rule.inTests && isTestOnly(edge.path));
  return isAllowed ? [] : [finding(edge, "package", {
    message: `"${rule.name}" lives in ${homesText(rule.homes)}, and "${room}" imports it`,
    fix: `ask its home for what you need: ${rule.because}`,
  })];
}

function homesText(homes: readonly string[]): string {
  return homes.length === 0 ? "tests" : homes.map((home) => `"${home}"`).join(", ");
}

/** Types vanish and dynamic imports wait, so neither can knot the loading of files. */
function cycleFindings(imports: ReadonlyMap<string, readonly Import[]>): readonly Finding[] {
  const loads = new Map(
    [...imports].map(([path, edges]) => [path, edges.filter(isLoad).map(({ target }) => target)]),
  );
  return findCycles(loads).map((cycle) => {
    const [first, next = first] = cycle;
    const edge = imports.get(first!)!.find((each) => isLoad(each) && each.target === next)!;
    return finding(edge, "cycle", {
      message: `Files import each other: ${[...cycle, first].join(" → ")}`,
      fix: "move what they share into a file of its own",
    });
  });
}

function isLoad(edge: Import): boolean {
  return edge.kind === "value";
}

function unknownRoomFindings(path: string): readonly Finding[] {
  const room = roomOf(path);
  if (OUTSIDE.includes(room) || ROOMS.some((rule) => rule.room === room)) return [];
  return [{
    path,
    line: 1,
    rule: "unknown-room",
    message: `"${room}" is no room of the house`,
    fix: "put the file into a room, or add the room with its reason to tools/house_rules.ts",
  }];
}

function packageJsonFinding(path: string): Finding {
  return {
    path,
    line: 1,
    rule: "package-json",
    message: "The project has a package.json",
    fix: "delete it: deno.json lists the packages",
  };
}

function roomFinding(edge: Import, rule: RoomRule, targetRoom: string): Finding {
  const allowed = rule.mayImport.join(", ") || "nothing";
  const asTypes = rule.typesOnly?.includes(targetRoom) === true;
  return finding(edge, "room", {
    message: `"${rule.room}" imports "${targetRoom}"; it may import ${allowed}: ${rule.because}`,
    fix: asTypes ? "use `import type`" : "move the code to the room that may, or pass the value in",
  });
}

function doorFinding(edge: Import, door: string): Finding {
  return finding(edge, "door", {
    message: `"${edge.target}" is inside another room`,
    fix: `import from "${door}", and export there what outsiders need`,
  });
}

function privateFinding(edge: Import): Finding {
  return finding(edge, "private", {
    message: `"${edge.target}" is private to its folder`,
    fix: "drop the underscore if it is shared, or move the two files together",
  });
}

function computedFinding(edge: Import): Finding {
  return finding(edge, "computed", {
    message: "An import is computed, so no check can follow it",
    fix: "write the specifier as a string",
  });
}

function remoteFinding(edge: Import): Finding {
  return finding(edge, "remote", {
    message: `"${edge.specifier}" does not come from npm`,
    fix: "use a package of the import map in deno.json, which a company mirror also carries",
  });
}

function unpinnedFinding(edge: Import): Finding {
  return finding(edge, "unpinned", {
    message: `"${edge.specifier}" bypasses the import map`,
    fix: "pin the package in deno.json and import it by name",
  });
}

function homelessFinding(edge: Import): Finding {
  return finding(edge, "package", {
    message: `"${edge.specifier}" has no home`,
    fix: "give it one, with the reason, in tools/house_rules.ts",
  });
}

function finding(
  { path, line }: Import,
  rule: string,
  texts: { readonly message: string; readonly fix: string },
): Finding {
  return { path, line, rule, ...texts };
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

if (import.meta.main) {
  const findings = await checkImports(Deno.cwd());
  report("imports", findings, "every file keeps to its room");
}

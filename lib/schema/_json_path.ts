export type PathSegment = string | number | symbol;

/** `$.tables[0].columns[2].data_type` */
export function renderPath(segments: readonly PathSegment[]): string {
  return "$" + segments.map(renderSegment).join("");
}

/** `$.tables[].columns[].data_type`: the place, whichever table and column it is. */
export function genericPath(segments: readonly PathSegment[]): string {
  return "$" +
    segments.map((each) => typeof each === "number" ? "[]" : renderSegment(each)).join("");
}

function renderSegment(segment: PathSegment): string {
  if (typeof segment === "number") return `[${segment}]`;
  const name = String(segment);
  return /^[\p{L}_$][\p{L}\p{M}\p{Nd}_$]*$/u.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

/** What stands at a place of a document; undefined where there is nothing. */
export function valueAt(document: unknown, segments: readonly PathSegment[]): unknown {
  let value = document;
  for (const segment of segments) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, segment)) {
      return undefined;
    }
    value = Reflect.get(value, segment);
  }
  return value;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The same object without fields that are undefined, so that absent means absent. */
export function present<Shape extends object>(shape: Shape): Shape {
  const kept = Object.entries(shape).filter(([, value]) => value !== undefined);
  // Only optional fields can be undefined, so what is left is still of the shape.
  return Object.fromEntries(kept) as Shape;
}

/** The segments of what `renderPath` wrote. */
export function parsePath(path: string): readonly (string | number)[] {
  return [...path.matchAll(SEGMENT)].map(([, index, quoted, name]) => {
    if (index !== undefined) return Number(index);
    return quoted === undefined ? name! : JSON.parse(quoted);
  });
}

const SEGMENT = /\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|\.([\p{L}_$][\p{L}\p{M}\p{Nd}_$]*)/gu;

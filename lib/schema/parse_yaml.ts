import type { Document, LineCounter } from "yaml";
import { type Diagnostic, diagnostic, DwSimError, type Span } from "../errors/mod.ts";
import type { PathSegment } from "./_json_path.ts";
import { findYamlFaults, type YamlFault } from "./_yaml_faults.ts";
import { SCHEMA_LIMITS } from "./limits.ts";

/** A YAML text as data, with the place of everything in it. */
export interface YamlText {
  /** What JSON could say: maps with text as keys, lists, texts, numbers, booleans, null. */
  readonly value: unknown;
  /**
   * Where a value stands; where there is none, its nearest ancestor.
   *
   * @param path Keys and indexes from the top.
   * @param part The value (the default), or the key it stands under.
   */
  spanAt(path: readonly PathSegment[], part?: "value" | "key"): Span;
}

/**
 * Reads one document of YAML 1.2, with anchors, aliases and merge keys. Every key stands once, and
 * no alias may blow the document up.
 *
 * @param text The text, with or without a byte order mark.
 * @param options `source`: what messages call it.
 * @returns The data, and where it stands.
 * @throws {DwSimError} YAML_TOO_LARGE, or YAML_UNREADABLE with every fault and its place.
 */
export async function parseYaml(
  text: string,
  { source }: { readonly source: string },
): Promise<YamlText> {
  const { yamlBytesMax: bytesMax, yamlValueCountMax: valueCountMax } = SCHEMA_LIMITS;
  // No text has fewer bytes than UTF-16 units.
  if (text.length > bytesMax) {
    throw new DwSimError("YAML_TOO_LARGE", { source, bytes: text.length, bytesMax });
  }
  // Most commands never read YAML.
  const yaml = await import("yaml");
  const lines = new yaml.LineCounter();
  const document = yaml.parseDocument(text, {
    lineCounter: lines,
    merge: true,
    prettyErrors: false,
    logLevel: "error",
  });
  const place: SpanOptions = { lines, text };
  const faults = findYamlFaults(yaml, document, { valueCountMax });
  if (faults.length > 0) throw unreadable(faults, { source, place });
  return {
    // What the aliases amount to has been counted.
    value: document.toJS({ maxAliasCount: -1 }),
    spanAt: (path, part) => spanOf(rangeAt(yaml, document, { path, part }), place),
  };
}

/** Offsets in the text, the end not included. */
type Range = readonly [start: number, end: number];

interface SpanOptions {
  readonly lines: LineCounter;
  readonly text: string;
}

function unreadable(
  faults: readonly YamlFault[],
  { source, place }: { readonly source: string; readonly place: SpanOptions },
): DwSimError {
  const problems = faults.map(({ reason, advice, range }): Diagnostic =>
    diagnostic("YAML_FAULT", { reason, advice }, { source, span: spanOf(range, place) })
  );
  const { line, column } = problems[0]!.span!;
  const detail = { source, reason: faults[0]!.reason, line, column };
  return new DwSimError("YAML_UNREADABLE", detail, { problems });
}

/** A finding points at one line: the first one of what it is about. */
function spanOf([start, end]: Range, { lines, text }: SpanOptions): Span {
  const { line, col: column } = lines.linePos(start);
  const newline = text.indexOf("\n", start);
  const lineEnd = newline < 0 ? text.length : newline;
  const length = Math.max(1, Math.min(end, lineEnd) - start);
  return { offset: start, length, line: Math.max(1, line), column: Math.max(1, column) };
}

/** Follows the path as far as it leads. What takes several lines stands where its key does. */
function rangeAt(
  { isAlias, isMap, isNode, isScalar, isSeq }: typeof import("yaml"),
  document: Document,
  { path, part }: { readonly path: readonly PathSegment[]; readonly part?: "value" | "key" },
): Range {
  let node: unknown = document.contents;
  let found: Range = [0, 1];
  const visit = (next: unknown): void => {
    node = isAlias(next) ? next.resolve(document) : next;
    if (isNode(next) && next.range) found = [next.range[0], next.range[1]];
  };
  for (const segment of path) {
    if (isSeq(node) && typeof segment === "number") visit(node.items[segment]);
    else if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === segment);
      if (pair === undefined) break;
      visit(pair.value);
      const isShort = isAlias(pair.value) || (isScalar(pair.value) && pair.value.value !== null);
      if ((part === "key" || !isShort) && isScalar(pair.key) && pair.key.range) {
        found = [pair.key.range[0], pair.key.range[1]];
      }
    } else break;
  }
  return found;
}

import type { Document, ErrorCode, Node } from "yaml";

type Yaml = typeof import("yaml");

/** What makes a YAML text unusable, in our words, and the offsets it stands at. */
export interface YamlFault {
  readonly reason: string;
  readonly advice: string;
  readonly range: readonly [number, number];
}

/**
 * Finds what stands between a parsed document and plain data: errors of the grammar, keys that are
 * not text, foreign tags, aliases that lead nowhere, into themselves, or to more than there may be.
 *
 * @param yaml The package, which is loaded lazily.
 * @param document The document with its own errors.
 * @param limits How much it may amount to.
 * @returns The faults in the order of the text; none if the document is fine.
 */
export function findYamlFaults(
  yaml: Yaml,
  document: Document.Parsed,
  { valueCountMax }: { readonly valueCountMax: number },
): readonly YamlFault[] {
  const grammar = [...document.errors, ...document.warnings].map(({ code, message, pos }) => ({
    ...WORDS[code] ??
      {
        reason: inOurStyle(message),
        advice: "Check the indentation, the colons and the quotes there",
      },
    range: pos,
  }));
  // What a broken text means is unknown, and walking it may take forever.
  if (grammar.length > 0) return grammar.toSorted((a, b) => a.range[0] - b.range[0]);
  const walk = new Walk(yaml, valueCountMax);
  walk.measure(document.contents);
  return walk.faults;
}

const NESTED = {
  reason: "The text is nested deeper than can be read",
  advice: "A schema needs no more than ten levels",
};

const WORDS: Partial<Record<ErrorCode, Omit<YamlFault, "range">>> = {
  DUPLICATE_KEY: {
    reason: "A key stands twice in the same map",
    advice: "Remove one of the two, or give it another name",
  },
  TAB_AS_INDENT: {
    reason: "A tab stands where the line is indented",
    advice: "Indent with blanks; YAML forbids tabs there",
  },
  BAD_INDENT: {
    reason: "The line is indented differently from what it belongs to",
    advice: "Give entries of one map or list the same indentation, and close brackets",
  },
  BLOCK_AS_IMPLICIT_KEY: {
    reason: "A second ': ' stands in the line",
    advice: "Put text that holds ': ' in quotes, or begin a new line for what follows",
  },
  MULTIPLE_DOCS: {
    reason: "A second document begins",
    advice: "Keep one document in a file: remove '---' and what follows",
  },
  TAG_RESOLVE_FAILED: {
    reason: "The tag is not known",
    advice: "Remove the tag, the word that starts with '!'",
  },
  RESOURCE_EXHAUSTION: NESTED,
};

/** Tags of YAML 1.2's core schema, which is what JSON can say. */
const CORE_TAG = /^(?:tag:yaml\.org,2002:)(?:str|int|float|bool|null|map|seq)$/;

/** Walks a document in its order, and counts what every alias adds. */
class Walk {
  readonly faults: YamlFault[] = [];
  readonly #yaml: Yaml;
  readonly #countMax: number;
  /** Values in what an anchor names; null while that is being walked. */
  readonly #sizes = new Map<string, number | null>();

  constructor(yaml: Yaml, countMax: number) {
    this.#yaml = yaml;
    this.#countMax = countMax;
  }

  /** @returns How many values a node amounts to with its aliases replaced. */
  measure(node: unknown): number {
    const { isAlias, isNode } = this.#yaml;
    if (!isNode(node)) return 1;
    if (isAlias(node)) return this.#sizeOf(node.source, node);
    const tag = node.tag;
    if (tag !== undefined && !CORE_TAG.test(tag)) this.#report(node, WORDS.TAG_RESOLVE_FAILED!);
    const anchor = "anchor" in node ? node.anchor : undefined;
    if (anchor !== undefined) this.#sizes.set(anchor, null);
    const before = this.faults.length;
    const size = Math.min(this.#inside(node), this.#countMax + 1);
    if (size > this.#countMax && this.faults.length === before) {
      this.#report(node, {
        reason: `Its aliases amount to more than ${this.#countMax.toLocaleString("en-US")} values`,
        advice: "Write out what differs, or use fewer aliases",
      });
    }
    if (anchor !== undefined) this.#sizes.set(anchor, size);
    return size;
  }

  #inside(node: Node): number {
    const { isMap, isScalar, isSeq } = this.#yaml;
    if (isSeq(node)) return node.items.reduce<number>((sum, item) => sum + this.measure(item), 1);
    if (!isMap(node)) return 1;
    return node.items.reduce<number>((sum, { key, value }) => {
      if (!isScalar(key)) {
        this.#report(this.#yaml.isNode(key) ? key : node, {
          reason: "A map or a list stands where the name of a field is expected",
          advice: "Put text that holds braces in quotes",
        });
        return sum;
      }
      return sum + this.measure(value);
    }, 1);
  }

  #sizeOf(anchor: string, alias: Node): number {
    const size = this.#sizes.get(anchor);
    if (size === null) {
      this.#report(alias, {
        reason: `The alias '*${anchor}' stands inside what it names`,
        advice: "Write out what is meant",
      });
    } else if (size === undefined) {
      this.#report(alias, {
        reason: `The alias '*${anchor}' names nothing before it`,
        advice: `Put '&${anchor}' before what it names, or quote a text that starts with '*'`,
      });
    }
    return size ?? 1;
  }

  #report(node: Node, words: Omit<YamlFault, "range">): void {
    const [start, end] = node.range ?? [0, 1];
    this.faults.push({ ...words, range: [start, end] });
  }
}

function inOurStyle(message: string): string {
  return message.charAt(0).toUpperCase() + message.slice(1).replace(/\.$/, "");
}

/** Where a text stops being JSON, and why. Lines and columns count from 1. */
export interface JsonFault {
  readonly reason: string;
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/**
 * Finds the first place where a text breaks the grammar of RFC 8259. Runs only after the engine
 * refused the text, because engines word their messages, and count, each in their own way.
 *
 * @param text Any text.
 * @returns The fault, or null when the text is valid JSON.
 */
export function findJsonFault(text: string): JsonFault | null {
  const fault = scan(text);
  if (fault === null) return null;
  const before = text.slice(0, fault.offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  return {
    ...fault,
    line: before.split("\n").length,
    column: fault.offset - lineStart + 1,
  };
}

type Fault = Pick<JsonFault, "offset" | "reason">;
type Expected = "value" | "value or ]" | "key" | "key or }" | ":" | ", or end" | "end";

function scan(text: string): Fault | null {
  const open: ("{" | "[")[] = [];
  const openedAt: number[] = [];
  let expected: Expected = "value";
  let offset = skipBlank(text, 0);
  while (offset < text.length) {
    const character = text[offset]!;
    const inside = open.at(-1);
    const start = offset;
    const closes = inside === "{" ? "}" : "]";
    if (expected === "end") {
      return { offset, reason: `the document ends before ${quote(text, offset)}` };
    } else if (expected === ", or end") {
      if (character === ",") expected = inside === "{" ? "key" : "value";
      else if (character === closes) expected = close(open, openedAt);
      else return { offset, reason: `expected ',' or '${closes}' before ${quote(text, offset)}` };
      offset++;
    } else if (expected === ":") {
      if (character !== ":") {
        return { offset, reason: `expected ':' before ${quote(text, offset)}` };
      }
      expected = "value";
      offset++;
    } else if (character === closes && (expected === "key or }" || expected === "value or ]")) {
      expected = close(open, openedAt);
      offset++;
    } else if (expected === "key" || expected === "key or }") {
      if (character !== '"') return { offset, reason: keyReason(text, offset, expected) };
      const end = stringEnd(text, offset);
      if (typeof end !== "number") return end;
      offset = end;
      expected = ":";
    } else if (character === "{" || character === "[") {
      open.push(character);
      openedAt.push(start);
      expected = character === "{" ? "key or }" : "value or ]";
      offset++;
    } else {
      const end = scalarEnd(text, offset);
      if (typeof end !== "number") return end;
      offset = end;
      expected = open.length === 0 ? "end" : ", or end";
    }
    offset = skipBlank(text, offset);
  }
  return expected === "end" ? null : endReason(text, open.at(-1), openedAt.at(-1));
}

function close(open: ("{" | "[")[], openedAt: number[]): Expected {
  open.pop();
  openedAt.pop();
  return open.length === 0 ? "end" : ", or end";
}

/** RFC 8259 §2: only these four are white space. */
function skipBlank(text: string, from: number): number {
  let offset = from;
  while (" \t\n\r".includes(text[offset] ?? "x")) offset++;
  return offset;
}

function scalarEnd(text: string, offset: number): number | Fault {
  if (text[offset] === '"') return stringEnd(text, offset);
  const rest = text.slice(offset, offset + 400);
  const word = /^[A-Za-z_$][\w$]*/.exec(rest)?.[0];
  if (word !== undefined) {
    if (word === "true" || word === "false" || word === "null") return offset + word.length;
    return { offset, reason: `'${word}' is not a JSON value; text needs double quotes` };
  }
  return /^[-+.0-9]/.test(rest) ? numberEnd(text, offset) : {
    offset,
    reason: valueReason(text, offset),
  };
}

function numberEnd(text: string, offset: number): number | Fault {
  const pattern = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y;
  pattern.lastIndex = offset;
  const length = pattern.exec(text)?.[0].length ?? 0;
  const end = offset + length;
  if (length > 0 && !/[-+.\w]/.test(text[end] ?? " ")) return end;
  const written = /^[-+.\w]+/.exec(text.slice(offset, offset + 40))![0];
  return { offset, reason: `'${written}' is not a JSON number` };
}

function stringEnd(text: string, start: number): number | Fault {
  let offset = start + 1;
  while (offset < text.length) {
    const character = text[offset]!;
    if (character === '"') return offset + 1;
    if (character === "\n" || character === "\r") break;
    if (character < " ") {
      return { offset, reason: "a control character inside text must be written as an escape" };
    }
    if (character === "\\") {
      const escape = /^\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})/.exec(text.slice(offset, offset + 6));
      if (escape === null) {
        return { offset, reason: `'${text.slice(offset, offset + 2)}' is not a JSON escape` };
      }
      offset += escape[0].length;
    } else offset++;
  }
  return { offset: start, reason: "the text that starts here has no closing quote on its line" };
}

function keyReason(text: string, offset: number, expected: Expected): string {
  if (text[offset] === "}") return "a comma stands before '}'";
  if (text[offset] === "'") return "field names need double quotes, not single ones";
  if (text[offset] === "/") return "JSON has no comments";
  const what = expected === "key" ? "a field name" : "a field name or '}'";
  return `expected ${what} in double quotes before ${quote(text, offset)}`;
}

function valueReason(text: string, offset: number): string {
  const character = text[offset]!;
  if (character === "]" || character === "}") return `a value is missing before '${character}'`;
  if (character === "'") return "text needs double quotes, not single ones";
  if (character === "/") return "JSON has no comments";
  return `expected a value before ${quote(text, offset)}`;
}

function endReason(text: string, inside: string | undefined, openedAt: number | undefined): Fault {
  const offset = text.length;
  if (inside === undefined || openedAt === undefined) return { offset, reason: "it is empty" };
  const line = text.slice(0, openedAt).split("\n").length;
  return { offset, reason: `the text ends before the '${inside}' of line ${line} is closed` };
}

function quote(text: string, offset: number): string {
  return `'${String.fromCodePoint(text.codePointAt(offset)!)}'`;
}

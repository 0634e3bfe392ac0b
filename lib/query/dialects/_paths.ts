import { type Code, code, trimmed } from "./code.ts";
import type { Expression } from "./expression.ts";
import { documentOf, stepInto } from "./document_operator.ts";
import { isName, quotedText } from "./names.ts";
import type { Reader } from "./reader.ts";
import { atom, spanning } from "./values.ts";

/** `column:first.second[0]` of Snowflake. */
export function readPath(reader: Reader, left: Expression): Expression {
  reader.expectOperator(":");
  return readSteps(reader, left, readKey(reader));
}

/** `value[…]`: from 0 in documents, from 1 in PostgreSQL's arrays. */
export function readIndex(reader: Reader, left: Expression): Expression {
  if (reader.rules.dialect === "postgres") {
    return left.holds === "variant"
      ? readDocumentIndex(reader, left)
      : readArrayIndex(reader, left);
  }
  return readSteps(reader, left, "");
}

/** Steps whose keys are known make one path; a computed key ends it. */
function readSteps(reader: Reader, start: Expression, first: string): Expression {
  let left = start;
  let path = first;
  const close = () => {
    left = path === "" ? left : extracted(left, path, reader.previous.to);
    path = "";
  };
  while (true) {
    if (reader.isOperator(".") && isName(reader.peek(1))) {
      reader.take();
      path += readKey(reader);
    } else if (reader.isOperator("[")) {
      reader.take();
      const index = reader.expression();
      reader.expectOperator("]");
      const step = stepOf(index);
      if (step !== null) path += step;
      else {
        close();
        left = document(left, reader.previous.to, computed(left, index));
      }
    } else break;
  }
  close();
  return left;
}

function readKey(reader: Reader): string {
  const token = reader.peek();
  if (!isName(token)) return reader.syntax("expected a name inside the document");
  reader.take();
  return keyStep(token.kind === "quoted" ? token.value : token.text);
}

function keyStep(key: string): string {
  return `."${key.replaceAll('"', '\\"')}"`;
}

function stepOf({ literal }: Expression): string | null {
  if (literal?.kind === "text") return keyStep(literal.value);
  if (literal?.kind === "number" && /^\d+$/.test(literal.value)) return `[${literal.value}]`;
  return null;
}

function computed(left: Expression, index: Expression): Code {
  return code`dw_get(${trimmed(left.code)}, ${trimmed(index.code)})`;
}

function extracted(left: Expression, path: string, to: number): Expression {
  const value = code`json_extract(dw_document(${trimmed(left.code)}), ${quotedText(`$${path}`)})`;
  return document(left, to, value);
}

function document(left: Expression, to: number, written: Code): Expression {
  return spanning(left, { to }, { code: [" ", written], holds: "variant", atomic: true });
}

/** PostgreSQL's `document['key'][0]`. */
function readDocumentIndex(reader: Reader, left: Expression): Expression {
  reader.expectOperator("[");
  const step = reader.expression();
  const close = reader.expectOperator("]");
  return document(left, close.to, stepInto(documentOf(left), step));
}

/** PostgreSQL counts from 1, and nothing is where a list has no element; the engine counts back. */
function readArrayIndex(reader: Reader, left: Expression): Expression {
  const open = reader.expectOperator("[");
  const from = reader.isOperator(":") ? null : reader.expression();
  const colon = reader.acceptOperator(":");
  const to = colon === null || reader.isOperator("]") ? null : reader.expression();
  const close = reader.expectOperator("]");
  const title = left.column ?? left.title;
  const list = spanning(left, close, { code: "", atomic: true, ...(title ? { title } : {}) });
  if (colon === null) {
    return {
      ...list,
      code: isAtLeast(from!, 1)
        ? [" ", atom(left), open, from!.code, close]
        : code` dw_item(${trimmed(left.code)}, ${trimmed(from!.code)})`,
    };
  }
  const bound = (value: Expression | null, minimum: number): Code =>
    value === null || isAtLeast(value, minimum)
      ? value?.code ?? ""
      : code`greatest(${trimmed(value.code)}, ${String(minimum)})`;
  return {
    ...list,
    code: [" ", atom(left), open, bound(from, 1), colon, bound(to, 0), close],
    holds: "list",
  };
}

function isAtLeast({ literal }: Expression, minimum: number): boolean {
  return literal?.kind === "number" && Number(literal.value) >= minimum;
}

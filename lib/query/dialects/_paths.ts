import { type Code, code, trimmed } from "./code.ts";
import type { Expression } from "./expression.ts";
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
  if (reader.rules.dialect === "postgres") return readArrayIndex(reader, left);
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

function readArrayIndex(reader: Reader, left: Expression): Expression {
  const open = reader.expectOperator("[");
  const from: Code = reader.isOperator(":") ? "" : reader.expression().code;
  const colon = reader.acceptOperator(":");
  const to: Code = colon === null || reader.isOperator("]") ? "" : reader.expression().code;
  const close = reader.expectOperator("]");
  return spanning(left, close, {
    code: [" ", atom(left), open, from, colon ?? "", to, close],
    atomic: true,
  });
}

import { nearestNames } from "../../errors/mod.ts";
import type { Expression } from "./expression.ts";
import { functionRules } from "./function_rules.ts";
import type { Call, FunctionRule } from "./functions/function_rule.ts";
import { isName } from "./names.ts";
import type { Reader } from "./reader.ts";
import type { Token } from "./tokens.ts";
import { readOrderBy, readOver } from "./_windows.ts";
import { asDocument, isText, numberOf, spanning, textOf, writtenOut } from "./values.ts";
import type { Code } from "./code.ts";

/** A call of plain arguments; what stands behind it is yet to be read. */
export function callOf(reader: Reader, name: Token, values: readonly Expression[]): Call {
  return {
    reader,
    name,
    arguments: values,
    named: new Map(),
    distinct: false,
    star: false,
    order: [],
    within: false,
    filter: null,
    ignoreNulls: false,
    over: null,
    window: null,
  };
}

/** Reads a call from its name on. */
export function readCall(reader: Reader): Expression {
  const name = reader.take();
  reader.expectOperator("(");
  const distinct = reader.accept("DISTINCT") !== null;
  if (!distinct) reader.accept("ALL");
  let call: Call = { ...callOf(reader, name, []), distinct };
  if (reader.isOperator("*") && reader.isOperator(")", 1)) {
    reader.take();
    call = { ...call, star: true };
  } else if (!reader.isOperator(")")) {
    call = { ...call, ...readArguments(reader) };
    const order = readOrderBy(reader);
    if (order !== null) call = { ...call, order: order.keys };
    call = { ...call, ignoreNulls: readIgnoreNulls(reader) };
  }
  return finishCall(call, name.value, name.value.toLowerCase());
}

function readArguments(reader: Reader): Pick<Call, "arguments" | "named"> {
  const named = new Map<string, Expression>();
  const values: Expression[] = [];
  reader.list(() => {
    if (isName(reader.peek()) && reader.isOperator("=>", 1)) {
      const word = reader.take();
      reader.take();
      named.set(word.value.toUpperCase(), reader.expression());
    } else values.push(reader.isWord("SELECT") ? readBareQuery(reader) : reader.expression());
  });
  return { arguments: values, named };
}

function readBareQuery(reader: Reader): Expression {
  const from = reader.peek();
  const query = reader.query();
  return spanning(from, reader.previous, { code: ["(", query, ")"], atomic: true });
}

function readIgnoreNulls(reader: Reader): boolean {
  if (reader.accept("IGNORE", "NULLS")) return true;
  reader.accept("RESPECT", "NULLS");
  return false;
}

/** Reads what stands behind the arguments, and writes the call as its rule says. */
export function finishCall(started: Call, ruleName: string, title: string): Expression {
  const { reader, name } = started;
  const close = reader.expectOperator(")");
  const call = readSuffix(started);
  const rule = ruleOf(reader, name, ruleName);
  checkCall(call, rule);
  if (call.over !== null) reader.summaries.windows++;
  else if (rule.kind === "aggregate") reader.summaries.aggregates++;
  if (rule.differs !== undefined) reader.tell(name, rule.differs);
  const to = call.over === null && call.filter === null && !call.within ? close : reader.previous;
  const holds = rule.takes === "alike" && holdsDocument(call) ? "variant" : rule.holds;
  return spanning(name, to, {
    code: [name.lead, rule.write(withSubjectWritten(withPlainValues(call, rule), rule))],
    atomic: true,
    title,
    ...(holds ? { holds } : {}),
    ...(rule.fraction ? { fraction: true } : {}),
  });
}

function readSuffix(started: Call): Call {
  const { reader } = started;
  let call = started;
  if (reader.accept("WITHIN", "GROUP")) {
    reader.expectOperator("(");
    const order = readOrderBy(reader);
    if (order === null) return reader.syntax("expected ORDER BY");
    reader.expectOperator(")");
    call = { ...call, order: order.keys, within: true };
  }
  if (reader.isWord("FILTER") && reader.isOperator("(", 1)) {
    call = { ...call, filter: readFilter(reader) };
  }
  readDirection(reader);
  if (readIgnoreNulls(reader)) call = { ...call, ignoreNulls: true };
  if (reader.isWord("OVER")) {
    const { code: over, ordered, framed } = readOver(reader);
    call = { ...call, over, window: { ordered, framed } };
  }
  return call;
}

/** NTH_VALUE(…) FROM FIRST, before its window. */
function readDirection(reader: Reader): void {
  if (reader.rules.dialect !== "snowflake" || !reader.isWord("FROM")) return;
  const isWindow = ["OVER", "IGNORE", "RESPECT"].includes(reader.peek(2).value);
  if (isWindow && reader.isWord("FROM", "LAST")) {
    reader.unsupported("FROM LAST", "Order the window the other way round", reader.peek());
  }
  if (isWindow) reader.accept("FROM", "FIRST");
}

function readFilter(reader: Reader): Code {
  if (reader.rules.dialect === "snowflake" || reader.rules.dialect === "redshift") {
    reader.unsupported("FILTER", "Put a CASE inside the aggregate", reader.peek());
  }
  const filter = reader.take();
  const open = reader.take();
  const where = reader.expectWord("WHERE");
  const condition = reader.expression();
  return [filter, open, where, condition.code, reader.expectOperator(")")];
}

function ruleOf(reader: Reader, name: Token, ruleName: string): FunctionRule {
  const rules = functionRules(reader.rules.dialect);
  const key = ruleName.toUpperCase();
  if (Object.hasOwn(rules, key)) return rules[key]!;
  const known = Object.keys(rules).filter((each) => rules[each]!.support !== "refused");
  const near = nearestNames(key, known);
  const instead = near.length === 0
    ? "The page of dialects lists the functions there are"
    : `Did you mean ${near.map((each) => `'${each}'`).join(" or ")}?`;
  return reader.unsupported(`The function '${name.value}'`, instead, name);
}

function checkCall(call: Call, rule: FunctionRule): void {
  const { reader, name, arguments: values, star } = call;
  if (rule.support === "refused") return;
  if (star && name.value !== "COUNT") {
    reader.unsupported(`${name.value}(*)`, "Name the columns one by one", name);
  }
  const count = values.length;
  if (!star && (count < rule.countMin || count > rule.countMax)) {
    const instead = rule.countMin === rule.countMax
      ? `Give it ${rule.countMin} ${rule.countMin === 1 ? "argument" : "arguments"}`
      : `Give it ${rule.countMin} to ${rule.countMax} arguments`;
    reader.unsupported(`${name.value} with ${count} arguments`, instead, name);
  }
  if (call.named.size > 0 && !rule.byName) {
    reader.unsupported(`${name.value} with named arguments`, "Give them by their places", name);
  }
  if (rule.kind === "scalar" && (call.over ?? call.filter) !== null) {
    reader.syntax("expected a window or aggregate function", name);
  }
}

/** Values inside documents reach functions as what the function works on. */
function withPlainValues(call: Call, rule: FunctionRule): Call {
  if (!holdsDocument(call)) return rule.takes === "number" ? withDigits(call) : call;
  const takes = rule.takes ?? (rule.kind === "scalar" ? "text" : "value");
  const mapped = (plain: (each: Expression) => Expression): Call => ({
    ...call,
    arguments: call.arguments.map(plain),
  });
  switch (takes) {
    case "value":
      return call;
    case "never":
      return call.reader.unsupported(
        `${call.name.value} of values inside documents`,
        "Cast them first, as in doc:price::number",
        call.name,
      );
    case "alike":
      return mapped(asDocument);
    case "number":
    case "text":
      return mapped((each) =>
        each.holds === "variant"
          ? { ...each, code: takes === "text" ? textOf(each) : numberOf(each), holds: takes }
          : each
      );
  }
}

/** `ABS('-3')`: a text of digits is a number where one is wanted. */
function withDigits(call: Call): Call {
  return {
    ...call,
    arguments: call.arguments.map((each) =>
      each.literal?.kind === "text" ? { ...each, code: numberOf(each) } : each
    ),
  };
}

/** `LPAD(5, 3, '0')`: Redshift and Snowflake write the number out; PostgreSQL refuses it. */
function withSubjectWritten(call: Call, { ofText }: FunctionRule): Call {
  const [subject, ...others] = call.arguments;
  if (!ofText || subject === undefined || call.reader.rules.dialect === "postgres") return call;
  if (subject.holds === undefined || isText(subject)) return call;
  const text: Expression = { ...subject, code: writtenOut(subject), holds: "text" };
  return { ...call, arguments: [text, ...others] };
}

function holdsDocument(call: Call): boolean {
  return call.arguments.some(({ holds }) => holds === "variant");
}

import { RuleFault, type RuleToken, ruleTokens } from "./_rule_tokens.ts";
import { concatenated, isFunction, isNumber, keepsValue } from "./_operand_facts.ts";
import {
  AFTER_NOT,
  COMPARE,
  EXTRACTED,
  LITERALS,
  REGEX,
  RESERVED,
  SAME_FUNCTION,
  TYPE_WORDS,
  TYPED,
  UNITS,
} from "./_rule_words.ts";
import { type CompareOperator, type Expression, FUNCTIONS } from "./expression.ts";

/** Nothing that people write nests deeper; what does would exhaust the stack. */
const DEPTH_MAX = 60;

/** Reads expressions by descent: OR, AND, NOT, comparison, sum, product, operand. */
export class RuleReader {
  readonly #tokens: readonly RuleToken[];
  #index = 0;
  #depth = 0;

  constructor(text: string) {
    this.#tokens = ruleTokens(text);
  }

  /** The whole text as one expression. */
  whole(): Expression {
    const expression = this.#any();
    if (this.#token.kind !== "end") this.#unexpected("an operator or the end");
    return expression;
  }

  get #token(): RuleToken {
    return this.#tokens[this.#index]!;
  }

  #ahead(count: number): RuleToken {
    return this.#tokens[Math.min(this.#index + count, this.#tokens.length - 1)]!;
  }

  #isWord(word: string, ahead = 0): boolean {
    const { kind, text } = this.#ahead(ahead);
    return kind === "word" && text.toUpperCase() === word;
  }

  #isSymbol(symbol: string, ahead = 0): boolean {
    const { kind, text } = this.#ahead(ahead);
    return kind === "symbol" && text === symbol;
  }

  #acceptWord(word: string): boolean {
    if (!this.#isWord(word)) return false;
    this.#index++;
    return true;
  }

  #accept(symbol: string): boolean {
    if (!this.#isSymbol(symbol)) return false;
    this.#index++;
    return true;
  }

  #expect(symbol: string): void {
    if (!this.#accept(symbol)) this.#unexpected(`'${symbol}'`);
  }

  #expectWord(word: string): void {
    if (!this.#acceptWord(word)) this.#unexpected(`'${word.toLowerCase()}'`);
  }

  #unexpected(expected: string): never {
    const { kind, text, at } = this.#token;
    const found = kind === "end" ? "the end" : `'${text}'`;
    throw new RuleFault(`${expected} was expected, and ${found} found`, at);
  }

  #any(): Expression {
    if (++this.#depth > DEPTH_MAX) throw new RuleFault("it nests too deeply", this.#token.at);
    const operands = [this.#all()];
    while (this.#acceptWord("OR")) operands.push(this.#all());
    this.#depth--;
    return operands.length === 1 ? operands[0]! : { kind: "or", operands };
  }

  #all(): Expression {
    const operands = [this.#inverse()];
    while (this.#acceptWord("AND")) operands.push(this.#inverse());
    return operands.length === 1 ? operands[0]! : { kind: "and", operands };
  }

  #inverse(): Expression {
    let isNegated = false;
    while (this.#acceptWord("NOT")) isNegated = !isNegated;
    const operand = this.#predicate();
    return isNegated ? { kind: "not", operand } : operand;
  }

  #predicate(): Expression {
    let left = this.#sum();
    for (;;) {
      const next = this.#comparison(left);
      if (next === null) return left;
      left = next;
    }
  }

  #comparison(left: Expression): Expression | null {
    const { kind, text } = this.#token;
    if (kind === "symbol") {
      const operator = COMPARE.get(text);
      if (operator !== undefined) return this.#compare(left, operator);
      if (REGEX.has(text)) return this.#regex(left, text);
      return null;
    }
    if (this.#acceptWord("IS")) return this.#is(left);
    const negated = this.#isWord("NOT") && AFTER_NOT.has(this.#ahead(1).text.toUpperCase());
    if (negated) this.#index++;
    if (this.#acceptWord("IN")) return this.#in(left, negated);
    if (this.#acceptWord("BETWEEN")) return this.#between(left, negated);
    if (this.#isWord("LIKE") || this.#isWord("ILIKE")) return this.#like(left, negated);
    return null;
  }

  #compare(left: Expression, operator: CompareOperator): Expression {
    this.#index++;
    // `= ANY (ARRAY[…])` is how PostgreSQL writes IN.
    if (operator === "=" && this.#isWord("ANY") && this.#isSymbol("(", 1)) {
      this.#index++;
      return { kind: "in", operand: left, values: this.#array(), negated: false };
    }
    return { kind: "compare", operator, left, right: this.#sum() };
  }

  #array(): readonly Expression[] {
    let bracketCount = 0;
    while (this.#accept("(")) bracketCount++;
    this.#expectWord("ARRAY");
    this.#expect("[");
    const values = this.#list("]");
    this.#passCasts();
    for (; bracketCount > 0; bracketCount--) {
      this.#expect(")");
      this.#passCasts();
    }
    return values;
  }

  #regex(operand: Expression, operator: string): Expression {
    this.#index++;
    return {
      kind: "regex",
      operand,
      pattern: this.#string(),
      ignoresCase: operator.endsWith("*"),
      negated: operator.startsWith("!"),
    };
  }

  #is(operand: Expression): Expression {
    const negated = this.#acceptWord("NOT");
    if (this.#acceptWord("NULL")) return { kind: "is_null", operand, negated };
    const isTrue = this.#acceptWord("TRUE");
    if (!isTrue && !this.#acceptWord("FALSE")) this.#unexpected("'null', 'true' or 'false'");
    const truth: Expression = { kind: "literal", value: isTrue };
    const is: Expression = { kind: "compare", operator: "=", left: operand, right: truth };
    return negated ? { kind: "not", operand: is } : is;
  }

  #in(operand: Expression, negated: boolean): Expression {
    this.#expect("(");
    return { kind: "in", operand, values: this.#list(")"), negated };
  }

  #between(operand: Expression, negated: boolean): Expression {
    const low = this.#sum();
    this.#expectWord("AND");
    const high = this.#sum();
    const both: Expression = {
      kind: "and",
      operands: [
        { kind: "compare", operator: ">=", left: operand, right: low },
        { kind: "compare", operator: "<=", left: operand, right: high },
      ],
    };
    return negated ? { kind: "not", operand: both } : both;
  }

  #like(operand: Expression, negated: boolean): Expression {
    const ignoresCase = this.#isWord("ILIKE");
    this.#index++;
    return { kind: "like", operand, pattern: this.#string(), ignoresCase, negated };
  }

  /** A string in brackets or with casts, as PostgreSQL lists it. */
  #string(): string {
    const { at } = this.#token;
    const operand = this.#operand();
    if (operand.kind === "literal" && typeof operand.value === "string") return operand.value;
    throw new RuleFault("a text in single quotes was expected", at);
  }

  #list(closer: string): readonly Expression[] {
    const values: Expression[] = [];
    do values.push(this.#any()); while (this.#accept(","));
    this.#expect(closer);
    return values;
  }

  #sum(): Expression {
    let left = this.#product();
    for (;;) {
      if (this.#accept("||")) {
        left = { kind: "concat", operands: [...concatenated(left), this.#product()] };
        continue;
      }
      const operator = this.#isSymbol("+") ? "+" : this.#isSymbol("-") ? "-" : null;
      if (operator === null) return left;
      this.#index++;
      left = { kind: "arithmetic", operator, left, right: this.#product() };
    }
  }

  #product(): Expression {
    let left = this.#spread();
    for (;;) {
      const operator = this.#isSymbol("*") ? "*" : this.#isSymbol("/") ? "/" : null;
      if (operator === null) return left;
      this.#index++;
      left = { kind: "arithmetic", operator, left, right: this.#spread() };
    }
  }

  /** `low..high`, and the unit of time after it. */
  #spread(): Expression {
    const low = this.#sign();
    const spread: Expression = this.#accept("..")
      ? { kind: "random", low, high: this.#sign() }
      : low;
    const unit = this.#token.kind === "word"
      ? UNITS.get(this.#token.text.toUpperCase())
      : undefined;
    const isAmount = !(spread.kind === "literal" && !isNumber(spread)) && spread.kind !== "column";
    if (unit === undefined || !isAmount) return spread;
    this.#index++;
    return { kind: "duration", amount: spread, unit };
  }

  #sign(): Expression {
    if (this.#accept("+")) return this.#sign();
    if (!this.#isSymbol("-")) return this.#operand();
    const { at } = this.#token;
    if (++this.#depth > DEPTH_MAX) throw new RuleFault("it nests too deeply", at);
    this.#index++;
    const operand = this.#sign();
    this.#depth--;
    return operand.kind === "literal" && typeof operand.value === "number"
      ? { kind: "literal", value: -operand.value }
      : { kind: "negate", operand };
  }

  #operand(): Expression {
    const operand = this.#plainOperand();
    this.#passCasts(operand);
    return operand;
  }

  #plainOperand(): Expression {
    const { kind, text } = this.#token;
    switch (kind) {
      case "number":
        this.#index++;
        return { kind: "literal", value: Number(text) };
      case "string":
        this.#index++;
        return { kind: "literal", value: text };
      case "name":
        return this.#column();
      case "word":
        return this.#wordOperand(text.toUpperCase());
      default:
        if (!this.#accept("(")) this.#unexpected("a value");
        return this.#bracketed();
    }
  }

  #bracketed(): Expression {
    const inner = this.#any();
    this.#expect(")");
    return inner;
  }

  #wordOperand(word: string): Expression {
    const literal = LITERALS.get(word);
    if (literal !== undefined && !this.#isSymbol(".", 1)) {
      this.#index++;
      return { kind: "literal", value: literal };
    }
    // DATE '2024-01-01', as the standard writes a day.
    if (TYPED.has(word) && this.#ahead(1).kind === "string") {
      this.#index += 2;
      return { kind: "literal", value: this.#ahead(-1).text };
    }
    if (word === "CASE" || word === "WHEN") return this.#case();
    if (word === "CAST" && this.#isSymbol("(", 1)) return this.#cast();
    if (word === "EXTRACT" && this.#isSymbol("(", 1)) return this.#extract();
    if (this.#isSymbol("(", 1)) return this.#call(word.toLowerCase());
    if (RESERVED.has(word)) this.#unexpected("a value");
    return this.#column();
  }

  #column(): Expression {
    const { text, at } = this.#token;
    this.#index++;
    if (!this.#accept(".")) return { kind: "column", name: text, at };
    const { kind, text: name } = this.#token;
    if (kind !== "word" && kind !== "name") this.#unexpected("a column");
    this.#index++;
    return { kind: "column", name, of: text, at };
  }

  #cast(): Expression {
    this.#index += 2;
    const operand = this.#any();
    this.#expectWord("AS");
    this.#passType(operand);
    this.#expect(")");
    return operand;
  }

  /** `EXTRACT(year FROM date)`, as the standard asks for a part of a date. */
  #extract(): Expression {
    const { at } = this.#token;
    this.#index += 2;
    const name = EXTRACTED.get(this.#token.text.toUpperCase());
    if (name === undefined) this.#unexpected("'year', 'month' or another part of a date");
    this.#index++;
    this.#expectWord("FROM");
    const operand = this.#any();
    this.#expect(")");
    return { kind: "call", name, operands: [operand], at };
  }

  #call(written: string): Expression {
    const { at } = this.#token;
    const name = SAME_FUNCTION.get(written) ?? written;
    if (!isFunction(name)) throw new RuleFault(`'${written}' is no function of rules`, at);
    this.#index += 2;
    const operands = this.#accept(")") ? [] : this.#list(")");
    const [least, most] = FUNCTIONS[name];
    if (operands.length < least || operands.length > most) {
      const count = least === most ? `${least}` : `${least} to ${most}`;
      throw new RuleFault(`'${written}' takes ${count} values, not ${operands.length}`, at);
    }
    return name === "concat" ? { kind: "concat", operands } : { kind: "call", name, operands, at };
  }

  /** `case when … then … else … end`; the first and the last word may be left out. */
  #case(): Expression {
    if (++this.#depth > DEPTH_MAX) throw new RuleFault("it nests too deeply", this.#token.at);
    this.#acceptWord("CASE");
    const branches: { when: Expression; then: Expression }[] = [];
    while (this.#acceptWord("WHEN")) {
      const when = this.#any();
      this.#expectWord("THEN");
      branches.push({ when, then: this.#any() });
    }
    if (branches.length === 0) this.#unexpected("'when'");
    const otherwise: Expression = this.#acceptWord("ELSE")
      ? this.#any()
      : { kind: "literal", value: null };
    this.#acceptWord("END");
    this.#depth--;
    return { kind: "case", branches, otherwise };
  }

  /** `::numeric(10,2)`: types decide nothing here, columns have their own. */
  #passCasts(operand?: Expression): void {
    while (this.#accept("::")) this.#passType(operand);
  }

  #passType(operand?: Expression): void {
    const { kind, text, at } = this.#token;
    if (kind !== "word" && kind !== "name") this.#unexpected("a type");
    if (!keepsValue(operand, text)) {
      throw new RuleFault(`a cast to '${text}' makes other values`, at);
    }
    this.#index++;
    while (this.#token.kind === "word" && TYPE_WORDS.has(this.#token.text.toUpperCase())) {
      this.#index++;
    }
    if (this.#accept("(")) this.#list(")");
    while (this.#accept("[")) this.#expect("]");
  }
}

/** Why an expression is no rule for its column; the message is the end of a sentence. */
export class RuleRefusal extends Error {
  override readonly name = "RuleRefusal";
}

import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "balance",
  aliases: ["account_balance"],
  summary: "What is on an account; some owe",
  produces: ["integer", "decimal", "float"],
  source: () => ({ kind: "number", min: -999.99, max: 9999.99, decimals: 2 }),
});

import { defineGenerator } from "../define_generator.ts";
import { usStates } from "./_us_states.ts";

export default defineGenerator({
  name: "state_code",
  aliases: ["state_abbr", "province_code"],
  summary: "The two letters of a US state, larger ones more often",
  produces: ["string"],
  source: () => usStates("code"),
});

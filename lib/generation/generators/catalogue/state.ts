import { defineGenerator } from "../define_generator.ts";
import { textRoom } from "../text_room.ts";
import { usStates } from "./_us_states.ts";

export default defineGenerator({
  name: "state",
  aliases: ["location.state", "province"],
  summary: "A US state, by its letters where there is no room, larger ones more often",
  produces: ["string"],
  source: ({ type }) => textRoom(type) < 5 ? usStates("code") : usStates("name"),
});

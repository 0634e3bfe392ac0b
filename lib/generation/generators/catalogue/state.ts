import { defineGenerator } from "../define_generator.ts";
import { sampledWords } from "../sampled_words.ts";
import { textRoom } from "../text_room.ts";
import { usStates } from "./_us_states.ts";

export default defineGenerator({
  name: "state",
  aliases: ["location.state", "province"],
  summary: "A state of the US, by its letters where there is no room, or a region of the locale",
  produces: ["string"],
  source: ({ book, type }) => {
    if (book.locale !== "en") {
      return sampledWords(book, { name: "state", draw: (faker) => faker.location.state() });
    }
    return textRoom(type) < 5 ? usStates("code") : usStates("name");
  },
});

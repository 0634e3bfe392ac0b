import { defineGenerator } from "../define_generator.ts";
import { productNames } from "./_common_lists.ts";

export default defineGenerator({
  name: "product_name",
  aliases: ["commerce.productName"],
  summary: "What a shop calls a product",
  produces: ["string"],
  source: ({ book }) => productNames(book),
});

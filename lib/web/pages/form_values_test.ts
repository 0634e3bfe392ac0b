import { deepEqual, equal } from "node:assert/strict";
import { FormValues } from "./form_values.ts";

Deno.test("FormValues reads texts, with the line ends that were typed", () => {
  const form = FormValues.parse("sql=a%0D%0Ab+c&empty=&name=x&name=y");
  equal(form.text("sql"), "a\nb c");
  equal(form.text("empty"), "");
  equal(form.text("name"), "x");
  equal(form.text("absent"), "");
  deepEqual([form.has("empty"), form.has("absent")], [true, false]);
});

Deno.test("FormValues gives fields by how their names begin", () => {
  const form = FormValues.parse("rows.orders=5&rows.order.items=7&row=1");
  deepEqual([...form.startingWith("rows.")], [["orders", "5"], ["order.items", "7"]]);
});

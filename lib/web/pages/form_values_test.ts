import { deepEqual, equal, rejects } from "node:assert/strict";
import { FormValues } from "./form_values.ts";

const URL_ENCODED = "application/x-www-form-urlencoded";

Deno.test("FormValues reads texts, with the line ends that were typed", async () => {
  const form = await FormValues.parse("sql=a%0D%0Ab+c&empty=&name=x&name=y", URL_ENCODED);
  equal(form.text("sql"), "a\nb c");
  equal(form.text("empty"), "");
  equal(form.text("name"), "x");
  equal(form.text("absent"), "");
  deepEqual([form.has("empty"), form.has("absent")], [true, false]);
});

Deno.test("FormValues gives fields by how their names begin", async () => {
  const body = "rows.orders=5&rows.order.items=7&row=1";
  const form = await FormValues.parse(body, URL_ENCODED);
  deepEqual([...form.startingWith("rows.")], [["orders", "5"], ["order.items", "7"]]);
});

Deno.test("FormValues reads files that are sent with a form as the texts they hold", async () => {
  const data = new FormData();
  data.set("name", "shöp");
  data.set("files", new File(["CREATE TABLE t (\r\n id INT);"], "a.sql"));
  const { body, headers } = new Response(data);
  const text = await new Response(body).text();
  const form = await FormValues.parse(text, headers.get("content-type")!);
  equal(form.text("name"), "shöp");
  equal(form.text("files"), "CREATE TABLE t (\n id INT);");
  await rejects(FormValues.parse("x", "multipart/form-data; boundary=y"), {
    code: "WEB_FORM_INVALID",
  });
});

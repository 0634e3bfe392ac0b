import { deepEqual, equal } from "node:assert/strict";
import {
  cookieHeader,
  decodeToken,
  encodeToken,
  readCookies,
  readToasts,
  toastHeader,
} from "./cookies.ts";

Deno.test("readCookies reads pairs, and of two of one name the first", () => {
  const headers = new Headers({ cookie: "a=1; b=2=3;a=4; ;=5" });
  deepEqual([...readCookies(headers)], [["a", "1"], ["b", "2=3"]]);
  equal(readCookies(new Headers()).size, 0);
});

Deno.test("a toast comes back as it was left, however it is written", () => {
  for (const text of ["Saved", 'It\'s; "quoted", ünïcode 🎉\r\nSet-Cookie: x=y']) {
    const header = toastHeader({ kind: "success", text });
    equal(/[\r\n]/.test(header), false);
    const value = header.split(";")[0]!.split("=").slice(1).join("=");
    deepEqual(readToasts(new Map([["dw_sim_toasts", value]])), [{ kind: "success", text }]);
  }
});

Deno.test("a toast stays within what browsers keep", () => {
  const header = toastHeader({ kind: "error", text: "ü".repeat(10_000) });
  equal(header.length < 4_096, true);
});

Deno.test("readToasts shows nothing of cookies that somebody wrote by hand", () => {
  for (const value of ["", "x", "e30", "WyJ4Il0", "%%%"]) {
    deepEqual(readToasts(new Map([["dw_sim_toasts", value]])), []);
  }
});

Deno.test("a token of any letters survives being a cookie", () => {
  for (const token of ["abc", "a;b=c d", "ü🎉", ""]) {
    equal(/^[\w-]*$/.test(encodeToken(token)), true);
    equal(decodeToken(encodeToken(token)), token);
  }
  equal(decodeToken("%%%"), "");
});

Deno.test("cookieHeader keeps cookies from scripts and from other sites", () => {
  equal(cookieHeader("n", "v", 5), "n=v; Path=/; Max-Age=5; HttpOnly; SameSite=Strict");
});

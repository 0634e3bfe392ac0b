import { cookieHeader, defineHandlers, redirect, THEME_COOKIE } from "../lib/web/mod.ts";

const YEAR_S = 31_536_000;

/** Keeps the theme that was chosen, and goes back. */
export const handler = defineHandlers<never>({
  isPublic: true,
  POST: async (context) => {
    const form = await context.form();
    const theme = form.text("theme");
    const isKept = theme === "light" || theme === "dark";
    const cookie = cookieHeader(THEME_COOKIE, isKept ? theme : "", isKept ? YEAR_S : 0);
    return redirect(form.text("to"), { cookies: [cookie] });
  },
});

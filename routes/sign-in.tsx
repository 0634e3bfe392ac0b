import type { JSX } from "preact";
import {
  cookieHeader,
  defineHandlers,
  encodeToken,
  type PageProps,
  redirect,
} from "../lib/web/mod.ts";
import { TOKEN_COOKIE } from "../lib/web/mod.ts";

const DAY_S = 86_400;

interface Data {
  readonly to: string;
  readonly isWrong: boolean;
}

export const handler = defineHandlers<Data>({
  isPublic: true,
  GET: ({ url }) => ({
    title: "Sign in",
    data: { to: url.searchParams.get("to") ?? "/", isWrong: false },
  }),
  POST: async (context) => {
    const form = await context.form();
    if (form.has("leave")) {
      return redirect("/sign-in", { cookies: [cookieHeader(TOKEN_COOKIE, "", 0)] });
    }
    const [token, to] = [form.text("token").trim(), form.text("to")];
    if (!context.isToken(token)) {
      return { title: "Sign in", status: 401, data: { to, isWrong: true } };
    }
    return redirect(to, { cookies: [cookieHeader(TOKEN_COOKIE, encodeToken(token), DAY_S)] });
  },
});

/** Asks for the token that the server was started with; the browser keeps it for a day. */
export default function SignInPage({ data }: PageProps<typeof handler>): JSX.Element {
  return (
    <section class="narrow stack">
      <h1>Sign in</h1>
      <p class="lead">
        This server can be reached by others, so it asks for a token. It was printed where{" "}
        <code>dw-sim serve</code> was started.
      </p>
      <form method="post" action="/sign-in" class="card stack">
        <input type="hidden" name="to" value={data.to} />
        <div class="field">
          <label for="token">Token</label>
          <input
            class="input"
            id="token"
            name="token"
            type="password"
            autocomplete="current-password"
            required
            aria-invalid={data.isWrong}
            aria-describedby={data.isWrong ? "token-fault" : undefined}
          />
          {data.isWrong && (
            <p class="fault" id="token-fault">
              This is not the token of the server. Copy it again.
            </p>
          )}
        </div>
        <div>
          <button type="submit" class="button button-primary">Sign in</button>
        </div>
      </form>
    </section>
  );
}

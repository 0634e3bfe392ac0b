/** What `dw-sim serve` asks of the server, which is another interface and comes in from outside. */
export interface ServeRequest {
  readonly version: string;
  readonly host: string;
  readonly port: number;
  readonly dataDir?: string | undefined;
  readonly token?: string | undefined;
  readonly limits: readonly string[];
  readonly logFormat: "json" | "text" | "none";
  readonly writeLog: (line: string) => void;
}

/** A server that answers. */
export interface ServerHandle {
  readonly url: string;
  /** What callers must show; null where only this machine can call. */
  readonly token: string | null;
  /** True when the token was just made, and nobody knows it yet. */
  readonly isTokenNew: boolean;
  stop(): Promise<void>;
}

export type StartServer = (request: ServeRequest) => Promise<ServerHandle>;

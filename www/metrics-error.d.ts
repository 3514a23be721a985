export type MetricsErrorCode =
  | "network"
  | "timeout"
  | `http-${number}`
  | "wrong-type"
  | "not-json"
  | "not-a-publication"
  | "too-large"
  | "invalid-doi"
  | "file-protocol"
  | "unsupported"
  | "blocked-by-policy"
  | "wasm-unavailable"
  | "trap";

/** Why there is no widget. The message is for the person who keeps the page. */
export interface MetricsError extends Error {
  readonly code: MetricsErrorCode;
}

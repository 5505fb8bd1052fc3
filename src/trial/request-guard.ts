/**
 * Whether a `Host` header names this machine and port. A page of another site that made its own
 * name resolve to 127.0.0.1 (DNS rebinding) is told apart by it.
 */
export function isLocalHost(host: string | undefined, port: number): boolean {
  return host === `127.0.0.1:${port}` || host === `localhost:${port}`
}

/** Whether an `Origin` header is that of the page itself; a request without one is not. */
export function isOwnOrigin(origin: string | undefined, host: string | undefined): boolean {
  return host !== undefined && origin === `http://${host}`
}

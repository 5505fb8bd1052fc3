/** The part of pino that the bot uses. */
export interface Logger {
  debug(fields: object, message: string): void
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

const TOKEN = /bot\d+:[\w-]+|\b\d{5,}:[\w-]{20,}/g

/** Text without the bot's token: it stands in the address that network errors quote. */
export function withoutToken(text: string): string {
  return text.replace(TOKEN, 'bot<token>')
}

/** What a log may say of an error: names and messages down the causes, never the token or payloads. */
export function describeError(error: unknown): object {
  const chain: string[] = []
  let cause: unknown = error
  for (let depth = 0; depth < 4 && cause instanceof Error; depth++) {
    chain.push(withoutToken(`${cause.name}: ${cause.message}`))
    cause = 'error' in cause ? cause.error : cause.cause
  }
  if (chain.length === 0) chain.push(withoutToken(String(error)))
  // Of a call to Telegram the stack tells only how calls are made.
  const isCall = error instanceof Error && /^(Http|Grammy)Error$/.test(error.name)
  const isTraced = error instanceof Error && !isCall && error.stack
  const stack = isTraced ? withoutToken(error.stack ?? '') : undefined
  return { error: chain.join(' <- '), ...(stack && { stack }) }
}

import type { GrammyError } from 'grammy'

/** A line about what Telegram refused, that names the variable at fault. */
export function refusal({ error_code, method, description }: GrammyError): string {
  if (error_code === 401 || error_code === 404)
    return 'BOT_TOKEN is refused by Telegram; @BotFather tells the current one'
  if (method === 'setWebhook') return `WEBHOOK_URL is refused by Telegram: ${description}`
  return `Telegram refused ${method}: ${description}`
}

import type { Api } from 'grammy'
import { publishCommands } from '../bot/commands.ts'
import { describeError } from '../bot/logger.ts'
import type { Services } from '../bot/services.ts'

/** Tells Telegram the menus beside the work: no answer waits for them, and an early end may cut it short. */
export function announceCommands(api: Api, services: Services): void {
  publishCommands(api, services).catch((error: unknown) =>
    services.logger.info(describeError(error), 'the commands menus were not set'),
  )
}

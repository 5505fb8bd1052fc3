import type { WebhookDelivery } from '../webhook.ts'
import { chatMethods } from './chats.ts'
import { editingMethods } from './editing.ts'
import type { Methods } from './method.ts'
import { queryMethods } from './queries.ts'
import { sendingMethods } from './sending.ts'
import { settingsMethods } from './settings.ts'
import { updateMethods } from './updates.ts'

/** All methods that the server answers. Those of newer Bot APIs than it knows get Telegram's 404. */
export function allMethods(webhook: WebhookDelivery): Methods {
  return {
    ...chatMethods,
    ...updateMethods(webhook),
    ...sendingMethods,
    ...editingMethods,
    ...queryMethods,
    ...settingsMethods,
  }
}

import { idOf } from './callback-data.ts'

/** What stands in an invitation behind `?start=`: the id and a secret. */
const PAYLOAD = /^i(\d+)_([\w-]{16,48})$/

export const invitationLink = (username: string, id: number, secret: string): string =>
  `https://t.me/${username}?start=i${id}_${secret}`

export function invitationOfPayload(payload: string): { id: number; secret: string } | null {
  const [, number, secret] = PAYLOAD.exec(payload) ?? []
  const id = idOf(number)
  return id !== null && secret !== undefined ? { id, secret } : null
}

/** Whether a message follows an invitation: strangers get this far where only members may ask. */
export const isInvitation = (text: string | undefined): boolean =>
  text?.startsWith('/start ') === true && invitationOfPayload(text.slice('/start '.length)) !== null

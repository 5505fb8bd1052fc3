import type { Part } from '../../answers/answer.ts'
import { adminTexts } from '../admin-texts.fa.ts'
import { encodeCallback } from '../callback-data.ts'
import type { Keyboard } from '../replies.ts'
import { bold, lines, plain } from './parts.ts'

/** What an editor proposed, as the editor saw it. */
export const proposalParts = (actor: string, seen: string): Part[] =>
  lines(bold(adminTexts.approvalAsked(actor)), [], plain(seen))

export const proposalRows = (draftId: number): Keyboard => [
  [
    { text: adminTexts.approve, callback_data: encodeCallback('approve', draftId) },
    { text: adminTexts.reject, callback_data: encodeCallback('reject', draftId) },
  ],
]

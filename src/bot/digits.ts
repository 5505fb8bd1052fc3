import { latinDigits } from '../persian/format.ts'

/** Numbers as a chat that chose Latin digits reads them: «۱٬۲۳۴٫۵» is 1,234.5. */
export function inLatin(text: string): string {
  return latinDigits(text).replaceAll('٫', '.').replaceAll('٬', ',')
}

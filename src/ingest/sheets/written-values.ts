const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?$/
const EXACT_DIGITS = 15
/** With all the zeros that a number of that many digits is written with. */
const LONGEST_NUMBER = 40

/** A number when the text is one that loses nothing by it; the text itself otherwise. */
export function numberOrText(text: string): number | string {
  if (text.length > LONGEST_NUMBER || !PLAIN_NUMBER.test(text)) return text
  const significant = text.replace(/\D/g, '').replace(/^0+/, '').replace(/0+$/, '')
  const value = Number(text)
  if (significant.length > EXACT_DIGITS || Math.abs(value) >= 1e15) return text
  return /^-?0\d/.test(text) ? text : value
}

/** Three decimals would be read as thousands («7.547»), so a text file says them with a fourth. */
export const withClearDecimals = (text: string): string =>
  /^-?\d+\.\d{3}$/.test(text) ? `${text}0` : text

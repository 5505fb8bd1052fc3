/** Cuts «نام دیگر = شاخص» at its sign; null when it has not exactly two sides. */
export function splitPair(text: string): readonly [string, string] | null {
  const sides = text
    .split(/=|←|→|->|\n/)
    .map((side) => side.trim().replace(/^«|»$/g, '').trim())
    .filter((side) => side !== '')
  const [first, second] = sides
  return sides.length === 2 && first !== undefined && second !== undefined ? [first, second] : null
}

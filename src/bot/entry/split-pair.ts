/** Cuts «نام دیگر = شاخص» at its sign; null when it has not exactly two sides. */
export function splitPair(text: string): readonly [string, string] | null {
  const sides = text
    .split(/\s*(?:=|←|→|->|\n)\s*/)
    .map((side) => side.replace(/^«|»$/g, '').trim())
    .filter((side) => side !== '')
  const [first, second] = sides
  return sides.length === 2 && first !== undefined && second !== undefined ? [first, second] : null
}

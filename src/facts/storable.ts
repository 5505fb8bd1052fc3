/**
 * A parameter as both engines store it: PostgreSQL refuses the character NUL, and half of a
 * surrogate pair is no text for either. Neither is ever part of a word or a figure.
 */
export function storable(parameter: unknown): unknown {
  if (typeof parameter !== 'string') return parameter
  const text = parameter.isWellFormed() ? parameter : parameter.toWellFormed()
  return text.includes('\0') ? text.replaceAll('\0', '') : text
}

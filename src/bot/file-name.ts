const LONGEST = 60

/** The name of a file that is sent, without its ending: nothing of it is a path, a header, or unseen. */
export function safeStem(name: string): string {
  return (
    name
      // «gpj.exe» turned around by an unseen mark reads as a picture; the half-space does no harm.
      .replace(/[\\/:*?"<>|\p{Cc}\p{Zl}\p{Zp}]|(?!\u200c)\p{Cf}/gu, ' ')
      .slice(0, LONGEST)
      // Half of a character that was cut in two is none.
      .toWellFormed()
      .replace(/^[.\s]+/, '')
      .trimEnd()
  )
}

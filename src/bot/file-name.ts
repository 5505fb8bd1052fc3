const LONGEST = 60

/** The name of a file that is sent, without its ending: nothing of it is a path, a header, or unseen. */
export function safeStem(name: string): string {
  const clean = name
    // «gpj.exe» turned around by an unseen mark reads as a picture; the half-space does no harm.
    .replace(/[\\/:*?"<>|\p{Cc}\p{Zl}\p{Zp}]|(?!\u200c)\p{Cf}/gu, ' ')
    .replace(/^[.\s]+/, '')
  // Half of a character that was cut in two is none.
  return wholeWords(clean).toWellFormed().trimEnd()
}

/** As much as a name may hold; a word that would be cut is left out, where there are others. */
function wholeWords(text: string): string {
  if (text.length <= LONGEST) return text
  const cut = text.slice(0, LONGEST)
  const end = cut.lastIndexOf(' ')
  return end > 0 ? cut.slice(0, end) : cut
}

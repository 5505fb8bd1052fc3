const MOST_KEPT = 10_000

/** A function of a text that remembers its answers, for columns that repeat a few texts a million times. */
export function remembered<Answer>(answerTo: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, Answer>()
  return (text) => {
    const known = answers.get(text)
    if (known !== undefined) return known
    const answer = answerTo(text)
    if (answers.size >= MOST_KEPT) answers.clear()
    answers.set(text, answer)
    return answer
  }
}

const NUMBER = '\\u200e?-?[0-9۰-۹][0-9۰-۹٬٫.,]*(?<![.,])'
const OPERATOR = '[−+÷×]'
const CHAIN = `${NUMBER}(?: ${OPERATOR} ${NUMBER})+`
const FORMULA = new RegExp(
  `\\(${CHAIN}\\) ${OPERATOR} ${NUMBER}|${CHAIN}|(?<=\\()${OPERATOR} ${NUMBER}`,
  'g',
)

const LEFT_TO_RIGHT_ISOLATE = '\u2066'
const END_OF_ISOLATE = '\u2069'
const NO_BREAK_SPACE = '\u00a0'
/** Shorter ones fit a line of a phone, and are not broken over two. */
const KEPT_WHOLE = 24

/**
 * A working is read from left to right also among Persian words: left to itself «۳۷ ÷ ۲۵» is shown
 * with 25 at the left, which reads as 25 ÷ 37.
 */
export function withFormulasReadable(text: string): string {
  return text.replace(FORMULA, (formula) => {
    const whole = formula.length > KEPT_WHOLE ? formula : formula.replaceAll(' ', NO_BREAK_SPACE)
    return LEFT_TO_RIGHT_ISOLATE + whole + END_OF_ISOLATE
  })
}

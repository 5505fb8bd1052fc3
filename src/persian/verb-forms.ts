/** Forms of Persian verbs, from their stems: those that tell, and apart from them those that deny. */

/** A verb by its past stem («کرد») and its present stems («کن»). */
export interface VerbStems {
  readonly past: string
  readonly present: readonly string[]
}

const PAST_ENDINGS = ['', 'م', 'ی', 'یم', 'ید', 'ین', 'ند', 'ن', 'ه', 'ه‌اند', 'ه‌ن', 'ه‌ان', 'ه‌است']
const PRESENT_ENDINGS = ['م', 'ی', 'د', 'ه', 'یم', 'ید', 'ین', 'ند', 'ن']

/** All forms; `isBare` tells the present stems that are heard without a prefix («کنند»). */
export function verbForms(
  { past, present }: VerbStems,
  isBare: (stem: string) => boolean = () => false,
): string[] {
  return [
    ...PAST_ENDINGS.flatMap((ending) => [`${past}${ending}`, `می‌${past}${ending}`]),
    ...present.flatMap((stem) =>
      PRESENT_ENDINGS.flatMap((ending) => [
        `می‌${stem}${ending}`,
        `ب${stem}${ending}`,
        ...(isBare(stem) ? [`${stem}${ending}`] : []),
      ]),
    ),
  ]
}

/** «نخرید», «نمی‌خرند»; «نیامد» and «نیومد» where the stem begins with a vowel. Keys: joined, with ا for آ. */
export function deniedForms({ past, present }: VerbStems): string[] {
  return [
    ...denied(past, PAST_ENDINGS),
    ...present.flatMap((stem) => denied(stem, PRESENT_ENDINGS)),
  ].map((form) => form.replaceAll('\u200c', ''))
}

function denied(stem: string, endings: readonly string[]): string[] {
  const beginnings = stem.startsWith('ا')
    ? [`نی${stem}`, ...(stem.length > 2 ? [`نی${stem.slice(1)}`] : [])]
    : [`ن${stem}`]
  return endings.flatMap((ending) =>
    [...beginnings, `نمی${stem}`].map((beginning) => beginning + ending),
  )
}

/** What is said of others and of us: «باخت», «باختند», «باخته», «می‌بازند», «بازیم». */
const TOLD_PAST = ['', 'ند', 'ن', 'ه', 'ه‌اند', 'ه‌ن', 'یم', 'ید']
const TOLD_PRESENT = ['د', 'ه', 'ند', 'ن', 'یم']

/**
 * The forms in which an infinitive, alone or with words before it («جان باختن»), tells of what
 * happened. A past stem alone is left out where no word is before it: «مرد» is a man.
 */
export function toldForms(
  infinitive: string,
  presentOf: (past: string) => readonly string[],
  isBare: (stem: string) => boolean = () => false,
): string[] {
  const words = infinitive.split(' ')
  const past = (words.pop() as string).replace(/ن$/, '')
  const before = words.map((word) => `${word} `).join('')
  const forms = [
    ...TOLD_PAST.map((ending) => `${past}${ending}`).slice(before === '' ? 1 : 0),
    `می‌${past}`,
    `می‌${past}ند`,
    ...presentOf(past).flatMap((stem) =>
      TOLD_PRESENT.flatMap((ending) => [
        `می‌${stem}${ending}`,
        `ب${stem}${ending}`,
        ...(isBare(stem) ? [`${stem}${ending}`] : []),
      ]),
    ),
  ]
  return forms.map((form) => `${before}${form}`)
}

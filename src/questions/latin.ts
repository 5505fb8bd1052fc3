import { finglishDistance, skeletonOfSounds, soundsOf } from '../persian/finglish.ts'
import type { Form, Lexicon } from './lexicon.ts'
import type { Sense } from './sense.ts'

/** Latin endings of Persian words: plural, ezafe, object marker, «it is». */
const ENDINGS = [
  'haye',
  'hay',
  'haro',
  'hash',
  'ha',
  'aye',
  'ye',
  'e',
  'i',
  'ro',
  'o',
  'esh',
  'ash',
  'eh',
  'an',
  'at',
]
const ENDING_COST = 0.1
const LIMIT = 0.9
/** Of three letters one other vowel makes another word: «cil» is no «چال». */
const SHORT_LIMIT = 0.25
const SHORT = 3

/** Names of places are few: «gom» may be «قم». */
function limitFor(form: Form, sounds: string): number {
  return sounds.length <= SHORT && form.placeIds.length === 0 ? SHORT_LIMIT : LIMIT
}

/** The forms that a Latin-script word may spell, cheapest first. */
export function latinSenses(latin: string, lexicon: Lexicon): Sense[] {
  const found = new Map<string, Sense>()
  for (const [spelling, extra] of spellingsOf(latin)) {
    for (const sounds of soundsOf(spelling)) {
      for (const candidate of lexicon.skeletons.of(skeletonOfSounds(sounds))) {
        const form = lexicon.forms.get(candidate) as Form
        const cost = extra + distanceTo(form, sounds)
        if (
          cost > limitFor(form, sounds) ||
          cost >= (found.get(candidate)?.cost ?? Number.POSITIVE_INFINITY)
        )
          continue
        found.set(candidate, { form, cost, risky: false, corrected: true })
      }
    }
  }
  return [...found.values()].sort((a, b) => a.cost - b.cost).slice(0, 12)
}

function distanceTo({ key, spoken, words }: Form, sounds: string): number {
  const spellings = words > 1 ? [key, spoken] : [key]
  const heard = spellings.flatMap((one) =>
    one.includes(KHA) ? [one, one.replaceAll(KHA, 'خا')] : [one],
  )
  return Math.min(...heard.map((one) => finglishDistance(sounds, one, LIMIT)))
}

/** Said «khâ»: «mikhastam» is «می‌خواستم». */
const KHA = 'خوا'

function spellingsOf(latin: string): [spelling: string, extra: number][] {
  const word = latin.toLowerCase().replace(/'/g, '')
  const spellings: [string, number][] = [[word, 0]]
  for (const ending of ENDINGS)
    if (word.endsWith(ending) && word.length - ending.length >= 3)
      spellings.push([word.slice(0, -ending.length), ENDING_COST])
  return spellings
}

/** Makes ready what the first question in Latin letters would wait for. */
export function indexLatin({ skeletons }: Lexicon): void {
  skeletons.of('')
}

import { closeStemOf, stemsOf } from '../persian/morphology.ts'
import type { Form, Lexicon } from './lexicon.ts'
import type { Sense } from './sense.ts'

/** What inflection costs. */
export const STEM_COST = 0.1

/** Senses of a key as it stands or as an inflection, cheapest first. */
export function exactSenses(typed: string, lexicon: Lexicon): Sense[] {
  const senses: Sense[] = []
  const own = lexicon.forms.get(typed)
  if (own !== undefined) senses.push({ form: own, cost: 0, risky: false, corrected: false })
  const isWhole = own !== undefined && own.concepts.length === 0 && !isAspectAlone(own)
  const isNoun = isNounOfUnit(own, typed)
  if (isWhole && !isOfUnit(own, typed) && !isNoun) return senses
  const close = closeStemOf(typed)
  for (const stem of stemsOf(typed)) {
    const form = lexicon.forms.get(stem)
    if (form === undefined) continue
    const isEzafe = isOfUnit(own, typed) && typed === `${stem}ی`
    const isClose = close === stem || isEzafe
    const mayBeName = form.concepts.length > 0 && stem.length >= 3
    if (isNoun && !mayBeName) continue
    // A place or a word of grammar has one common ending at most.
    if (
      isClose &&
      (takesEnding(form, typed.slice(stem.length)) || isEzafe) &&
      (stem.length >= 3 || form.placeIds.length > 0 || mayBeName)
    )
      senses.push({ form, cost: STEM_COST, risky: false, corrected: false })
    else if (mayBeName)
      senses.push({ form: namesOnly(form), cost: STEM_COST, risky: false, corrected: false })
  }
  // «چند تنه؟» asks for tonnes.
  const unit = typed.endsWith('ه') ? lexicon.forms.get(typed.slice(0, -1)) : undefined
  if (unit?.key.length === 2 && unit.roles.has('unit'))
    senses.push({ form: unit, cost: STEM_COST, risky: false, corrected: false })
  return senses
}

/** What may follow a place («کرمانه», «تهرانی») and a word of grammar («چقدرش»). */
const PLACE_ENDINGS = new Set(['ی', 'ه', 'و', 'رو'])
const GRAMMAR_ENDINGS = new Set([
  'ه',
  'ش',
  'و',
  'رو',
  'شون',
  'شان',
  'ها',
  'های',
  'هایی',
  'اش',
  'ند',
  'اند',
])

/** «دولتی» is no «دولت», «داخلی» no «داخل»: an adjective is a word of its own. */
function takesEnding({ placeIds, roles, concepts }: Form, ending: string): boolean {
  const isGrammar = roles.has('function') || roles.has('time')
  // «زمینی» (of potatoes) is no «زمین» that says nothing.
  if (concepts.length > 0) return !roles.has('function') || GRAMMAR_ENDINGS.has(ending)
  // «بهارش» is the season.
  if (placeIds.length > 0)
    return PLACE_ENDINGS.has(ending) || (roles.has('time') && GRAMMAR_ENDINGS.has(ending))
  return !isGrammar || GRAMMAR_ENDINGS.has(ending)
}

/** «درصدش» stands in a phrase of an aspect and is «درصد» all the same. */
function isAspectAlone(form: Form): boolean {
  return [...form.roles].every((role) => role === 'aspect' || role === 'part')
}

/** «خودروی», «کالای»: the unit as it stands before another word. */
function isOfUnit(own: Form | undefined, typed: string): boolean {
  return own?.roles.size === 1 && own.roles.has('unit') && EZAFE.test(typed)
}

/** «متخصصی که»: what is counted by may be part of a name. */
function isNounOfUnit(own: Form | undefined, typed: string): boolean {
  return (
    own?.roles.size === 1 && own.roles.has('unit') && !EZAFE.test(typed) && LONG_NOUN.test(typed)
  )
}

const LONG_NOUN = /^.{5,}ی$/
const EZAFE = /^.{2,}[او]ی$/

/** What a form means as part of an indicator's name alone. */
function namesOnly(form: Form): Form {
  return form.placeIds.length === 0 && form.roles.size === 0
    ? form
    : { ...form, placeIds: [], roles: new Set() }
}

/** A word that asks or joins, and names nothing. */
export function isGrammar(form: Form | undefined): boolean {
  return form !== undefined && form.roles.size > 0 && form.concepts.length === 0
}

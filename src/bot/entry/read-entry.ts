import { readPeriod } from '../../persian/parse-period.ts'
import { texts } from '../texts.fa.ts'
import { KIND_WORDS } from './fields.fa.ts'
import { findIndicator, findPlace } from './find-names.ts'
import { type ReadFields, readField, type Scene, wordIn } from './read-fields.ts'
import { readValue } from './read-value.ts'
import { type Segment, splitEntry } from './split-entry.ts'

export interface Entry {
  readonly fields: ReadFields
  /** Sentences that say what could not be read. */
  readonly problems: readonly string[]
  /** Required parts that were not given, by their Persian names. */
  readonly missing: readonly string[]
}

/**
 * Reads a figure that was typed as one message: «احیای واحد راکد، قم، ۱۴۰۰، هدف، ۳۵ واحد، منبع: …».
 * Named parts may stand anywhere; the others are told apart by what they are.
 */
export function readEntry(text: string, scene: Scene): Entry {
  const fields: ReadFields = {}
  const problems: string[] = []
  const given = new Set<string>()
  const leftovers: string[] = []

  for (const segment of joinIndicators(splitEntry(text), scene)) {
    const meant = segment.field ?? fieldOf(segment.text, scene)
    if (meant === null) {
      leftovers.push(segment.text)
    } else if (given.has(meant)) {
      problems.push(texts.twice(texts.labels[meant]))
    } else {
      given.add(meant)
      problems.push(...readField(fields, meant, segment.text, scene))
    }
  }
  assignLeftovers(leftovers)
  return { fields, problems, missing: missingOf(fields, given) }

  /** What nothing explains is a new indicator where one is missing, else a place nobody knows. */
  function assignLeftovers(unread: string[]): void {
    if (!given.has('place') && unread.length + (given.has('indicator') ? 1 : 0) > 1) {
      const shortest = unread.reduce((a, b) => (b.length < a.length ? b : a))
      given.add('place')
      problems.push(...readField(fields, 'place', shortest, scene))
      unread.splice(unread.indexOf(shortest), 1)
    }
    if (!given.has('indicator')) {
      const name = unread.shift()
      if (name !== undefined) {
        given.add('indicator')
        fields.newIndicator = name
      }
    }
    problems.push(...unread.map(texts.notUnderstood))
  }
}

/** What an unnamed piece is; null when it is none of these. */
function fieldOf(text: string, { vocabulary, today }: Scene) {
  if (findIndicator(text, vocabulary)) return 'indicator'
  if (wordIn(KIND_WORDS, text)) return 'kind'
  if (findPlace(text, vocabulary)) return 'place'
  if (/^https?:\/\/\S+$/.test(text)) return 'url'
  if (!('error' in readPeriod(text, today))) return 'period'
  if (readValue(text)) return 'value'
  return null
}

/** Names of indicators may hold commas: neighbours that make one together are joined again. */
function joinIndicators(segments: readonly Segment[], { vocabulary }: Scene): Segment[] {
  const joined: Segment[] = []
  for (let at = 0; at < segments.length; at++) {
    let taken = 1
    for (let count = Math.min(4, segments.length - at); count > 1; count--) {
      const run = segments.slice(at, at + count)
      const [first] = run
      const bare = run.every(({ field }, i) => field === null || (i === 0 && field === 'indicator'))
      const text = run.map((segment) => segment.text).join('، ')
      if (!first || !bare || !findIndicator(text, vocabulary)) continue
      joined.push({ field: 'indicator', text })
      taken = count
      break
    }
    const single = segments[at]
    if (taken === 1 && single) joined.push(single)
    at += taken - 1
  }
  return joined
}

function missingOf(fields: ReadFields, given: ReadonlySet<string>): string[] {
  const names = texts.requiredFields
  const missing: string[] = []
  if (!given.has('indicator')) missing.push(names.indicator)
  if (!given.has('place')) missing.push(names.place)
  if (!given.has('period')) missing.push(names.period)
  const hasValue = fields.value !== undefined && fields.unit
  const isUnread = given.has('value') && fields.value === undefined
  if (!hasValue && !isUnread && !fields.statement) missing.push(names.value)
  if (!fields.title && !fields.publisher && !fields.url) missing.push(names.source)
  return missing
}

import { readPeriod } from '../../persian/parse-period.ts'
import { tokenise } from '../../persian/tokens.ts'
import { readUnit } from '../../persian/units.ts'
import { texts } from '../texts.fa.ts'
import type { Field } from './fields.fa.ts'
import { type ReadFields, readField, readKind } from './read-fields.ts'
import { readValue } from './read-value.ts'
import type { Scene } from './scene.ts'
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

  for (const segment of joinNames(splitEntry(text), scene)) {
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
function fieldOf(text: string, { indicators, places, today }: Scene): Field | null {
  if (indicators.resolve(text).length > 0) return 'indicator'
  if (readKind(text)) return 'kind'
  if (places.resolve(text).length > 0) return 'place'
  if (/^https?:\/\/\S+$/.test(text)) return 'url'
  if (!('error' in readPeriod(text, today))) return 'period'
  if (readValue(text)) return 'value'
  // «۳۵، تن»: the unit was set apart.
  return isUnit(text) ? 'unit' : null
}

function isUnit(text: string): boolean {
  const tokens = tokenise(text)
  return readUnit(tokens, 0)?.next === tokens.length
}

const MOST_JOINED = 4

/**
 * Names may hold commas («صنعت، کشاورزی و گردشگری», «شهرستان مهر، فارس»): neighbours that name
 * something together are joined again, as many as possible.
 */
function joinNames(segments: readonly Segment[], scene: Scene): Segment[] {
  const joined: Segment[] = []
  for (let at = 0; at < segments.length; ) {
    const name = longestName(segments.slice(at, at + MOST_JOINED), scene)
    const single = segments[at]
    if (name) joined.push(name.segment)
    else if (single) joined.push(single)
    at += name?.count ?? 1
  }
  return joined
}

function longestName(
  segments: readonly Segment[],
  { indicators, places }: Scene,
): { segment: Segment; count: number } | null {
  for (let count = segments.length; count > 1; count--) {
    const run = segments.slice(0, count)
    const [first, ...rest] = run
    if (!first || rest.some(({ field }) => field !== null)) continue
    const text = run.map((segment) => segment.text).join('، ')
    const isBare = (field: Field) => first.field === null || first.field === field
    if (isBare('indicator') && indicators.resolve(text).length > 0) {
      return { segment: { field: 'indicator', text }, count }
    }
    if (isBare('place') && places.resolve(text).length === 1) {
      return { segment: { field: 'place', text }, count }
    }
  }
  return null
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

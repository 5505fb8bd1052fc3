import Big from 'big.js'
import { fold } from '../persian/normalise.ts'
import type { NumberMention } from '../persian/numerals.ts'

/** A number whose spelling went wrong: what it may have been, the likeliest first. */
export interface BrokenNumber {
  readonly kind: 'spaced-decimal' | 'split-number'
  readonly alternatives: readonly Big[]
  /** Where the whole of it begins in the sentence. */
  readonly start: number
}

/**
 * Numbers that must not be taken as read because of what stands before them: «2/ 11 درصد» is a
 * decimal with a blank in it, «6 هزار و 1182» and «۳۲ میلیارد ۸۶۰ میلیارد» are one number misspelt.
 */
export function brokenNumber(
  text: string,
  mention: NumberMention,
  before: NumberMention | undefined,
): BrokenNumber | null {
  if (mention.value === null) return null
  return spacedDecimal(text, mention) ?? splitNumber(text, mention, before)
}

const BEFORE_SLASH = /(\d+)(?: ?\/ | \/)$/

function spacedDecimal(text: string, mention: NumberMention): BrokenNumber | null {
  const lead = text.slice(Math.max(0, mention.start - 12), mention.start)
  const match = BEFORE_SLASH.exec(asciiDigits(lead))
  const digits = /^\d+/.exec(asciiDigits(mention.text))?.[0]
  if (match === null || digits === undefined || mention.value === null) return null
  const scale = mention.value.eq(0) ? new Big(1) : mention.value.div(digits)
  const read = (whole: string, part: string) => new Big(`${whole}.${part}`).times(scale)
  const first = match[1] as string
  return {
    kind: 'spaced-decimal',
    // Typed from the right, the part after the point comes first.
    alternatives: [read(digits, first), read(first, digits)],
    start: mention.start - match[0].length,
  }
}

/** Keeps offsets, unlike `fold`. */
function asciiDigits(text: string): string {
  return text.replace(/[۰-۹٠-٩]/g, (digit) => fold(digit))
}

const SCALE_START = /^(?:هزار|میلیون|میلیارد|تریلیون)(?: |$)/
const SCALE_END = /(?:هزار|میلیون|میلیارد|تریلیون)$/

function splitNumber(
  text: string,
  mention: NumberMention,
  before: NumberMention | undefined,
): BrokenNumber | null {
  if (before?.value == null || before.unit !== null || mention.value === null) return null
  if (mention.ordinal || before.ordinal) return null
  const between = fold(text.slice(before.end, mention.start))
  if (between === '' && SCALE_START.test(fold(mention.text)))
    return twiceScaled(mention.value, before)
  if (!/^(?:و)?$/.test(between) || !SCALE_END.test(fold(before.text))) return null
  // «۳۵۷ میلیون و ۸۳۹ هزار و ۷۴۰ هزار»: each scale but the last is a step too low.
  const scale = SCALE_END.exec(fold(before.text))?.[0] ?? ''
  const stepped = fold(mention.text).includes(scale)
    ? [before.value.times(1000).plus(mention.value)]
    : []
  const scaleDown = mention.value.gte(1e6) ? [before.value.plus(mention.value.div(1000))] : []
  return {
    kind: 'split-number',
    alternatives: [...stepped, ...scaleDown, before.value.plus(mention.value), mention.value],
    start: before.start,
  }
}

/** «۳۲ میلیارد ۸۶۰ میلیارد»: 32.86 or 860 thousand million. */
function twiceScaled(scale: Big, before: NumberMention): BrokenNumber | null {
  if (before.value === null) return null
  const rest = before.value.mod(1000)
  const whole = before.value.minus(rest)
  if (whole.eq(0) || rest.eq(0)) return null
  return {
    kind: 'split-number',
    alternatives: [whole.plus(rest.times(scale).div(1000)), rest.times(scale)],
    start: before.start,
  }
}

/** How fast a person may write: so many at once, and so many a minute in the long run. */
export interface Pace {
  readonly burst: number
  readonly perMinute: number
}

export interface Limits {
  /** Texts, presses and files of people who ask. */
  readonly readers: Pace
  /** Those of editors, admins and owners, who page through reports and forward heaps. */
  readonly staff: Pace
  /** Inline mode asks anew at each letter that is typed. */
  readonly inline: Pace
  /** How many updates of one person may wait or be worked on at once. */
  readonly waiting: { readonly readers: number; readonly staff: number }
}

/** Far above what a person types, far below what hurts. */
export const LIMITS: Limits = {
  readers: { burst: 30, perMinute: 30 },
  staff: { burst: 300, perMinute: 300 },
  inline: { burst: 60, perMinute: 120 },
  waiting: { readers: 20, staff: 100 },
}

const MINUTE_MS = 60_000

/** What a person has left to say for now; fills up again as time goes by. */
export interface Bucket {
  readonly left: number
  /** Milliseconds since 1970. */
  readonly at: number
}

/** A bucket that nothing was taken from. */
export const fullBucket = ({ burst }: Pace, now: number): Bucket => ({ left: burst, at: now })

/**
 * The bucket after one more was taken, and whether there was one. A clock that was set back takes
 * nothing away and gives nothing.
 */
export function taken(
  { left, at }: Bucket,
  { burst, perMinute }: Pace,
  now: number,
): { readonly bucket: Bucket; readonly isThere: boolean } {
  const passed = Math.max(0, now - at)
  const filled = Math.min(burst, left + (passed * perMinute) / MINUTE_MS)
  const isThere = filled >= 1
  return { bucket: { left: isThere ? filled - 1 : filled, at: now }, isThere }
}

/**
 * Whether a moment is at most so many milliseconds from now. One in the future is as far off as one
 * in the past: a clock that was ahead for a while must not make things recent for ever.
 */
export const isRecent = (at: string, now: Date, milliseconds: number): boolean =>
  Math.abs(now.getTime() - Date.parse(at)) <= milliseconds

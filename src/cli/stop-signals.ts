const SIGNALS = ['SIGINT', 'SIGTERM'] as const
const ORPHAN_CHECK = 500

export interface StopLimits {
  /** Milliseconds from the first signal until the process ends whatever still goes on. */
  readonly hard: number
  /** Under npm one Ctrl-C arrives twice, from the terminal and from npm: the same signal, not a second one. */
  readonly same: number
  /** Whether npm started the program: it ends at a signal without a word to the program. */
  readonly underNpm: boolean
}

/**
 * Resolves at the first SIGINT or SIGTERM, for an orderly end; a second one, or the hard limit,
 * ends the process at once.
 */
export function watchStopSignals({ hard, same, underNpm }: StopLimits): Promise<void> {
  return new Promise((resolve) => {
    let first: number | null = null
    const stop = () => {
      first = performance.now()
      setTimeout(() => process.exit(1), hard).unref()
      resolve()
    }
    for (const signal of SIGNALS) {
      process.on(signal, () => {
        if (first === null) stop()
        else if (performance.now() - first > same) process.exit(signal === 'SIGINT' ? 130 : 143)
      })
    }
    if (underNpm) whenOrphaned(() => first ?? stop())
  })
}

/** A bot that lives on after its npm would poll beside the next one. */
function whenOrphaned(then: () => void): void {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    then()
  }, ORPHAN_CHECK)
  timer.unref()
}

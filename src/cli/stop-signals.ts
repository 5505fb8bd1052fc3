const SIGNALS = ['SIGINT', 'SIGTERM'] as const

export interface StopLimits {
  /** Milliseconds from the first signal until the process ends whatever still goes on. */
  readonly hard: number
  /** Under npm one Ctrl-C arrives twice, from the terminal and from npm: the same signal, not a second one. */
  readonly same: number
}

/**
 * Resolves at the first SIGINT or SIGTERM, for an orderly end; a second one, or the hard limit,
 * ends the process at once.
 */
export function watchStopSignals({ hard, same }: StopLimits): Promise<void> {
  return new Promise((resolve) => {
    let first: number | null = null
    for (const signal of SIGNALS) {
      process.on(signal, () => {
        if (first === null) {
          first = performance.now()
          setTimeout(() => process.exit(1), hard).unref()
          resolve()
        } else if (performance.now() - first > same) {
          process.exit(signal === 'SIGINT' ? 130 : 143)
        }
      })
    }
  })
}

// A bar on a terminal; nothing elsewhere.

/** Shows how much of the input is done. */
export interface Progress {
  advance(bytes: number): void
  end(): void
}

const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

const none: Progress = { advance: () => undefined, end: () => undefined }

/** @param total bytes in all; undefined where nobody knows it */
export async function showProgress(total: number | undefined, isWanted: boolean): Promise<Progress> {
  if (!isWanted || !process.stderr.isTTY) return none
  const { SingleBar, Presets } = (await import('cli-progress')).default
  const format =
    total === undefined ? '{value} MB, {duration_formatted}' : '{bar} {percentage}% of {total} MB, {eta_formatted} left'
  const bar = new SingleBar({ format, clearOnComplete: true, hideCursor: true, etaBuffer: 50 }, Presets.shades_classic)
  const inMegabytes = (bytes: number): number => Math.round(bytes / 1e5) / 10
  bar.start(total === undefined ? Infinity : inMegabytes(total), 0)
  let done = 0
  const end = (): void => {
    bar.stop()
    for (const signal of endings) process.off(signal, endBySignal)
  }
  // The terminal gets its cursor and its line ends back; then the signal does what it would have done.
  const endBySignal = (signal: NodeJS.Signals): void => {
    end()
    process.kill(process.pid, signal)
  }
  for (const signal of endings) process.on(signal, endBySignal)
  return {
    advance(bytes) {
      done += bytes
      bar.update(inMegabytes(done))
    },
    end,
  }
}

import type { Defect } from './classifier-options.ts'

/** Tells defects to the user's hook, or the first of them to the console. What the hook throws ends here: the answer goes its way. */
export function createReporter(onDefect: ((defect: Defect) => void) | undefined): (error: unknown, at: string) => void {
  let isWarned = false
  return (error, at) => {
    try {
      if (onDefect !== undefined) {
        const told: unknown = onDefect({ error, at })
        if (told instanceof Promise) told.catch(() => undefined)
      } else if (!isWarned) {
        isWarned = true
        // The error's message may quote the answer: its name must do.
        console.warn(
          `unifault: ${at} threw ${error instanceof Error ? error.name : typeof error}; give \`onDefect\` to see it`,
        )
      }
    } catch {
      // nothing of ours may reach the user's request
    }
  }
}

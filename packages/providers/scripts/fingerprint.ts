import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '../../..')

/** Names, sizes and times of all files that match: when one is written, it is another. Nothing is read. */
function fingerprintOf(globs: readonly string[]): string {
  const hash = createHash('sha256')
  for (const path of globSync(globs, { cwd: root }).sort()) {
    const { size, mtimeMs } = statSync(join(root, path))
    hash.update(`${path}\t${size}\t${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

/**
 * Runs a generator, unless nothing that it reads was written since it last ran.
 *
 * @param output the folder that it fills; where it is gone, the generator runs
 * @param globs what it reads, itself included, from the repository's root
 */
export async function whenChanged(output: string, globs: readonly string[], run: () => unknown): Promise<void> {
  const file = join(root, 'node_modules/.cache/unifault', `${createHash('sha256').update(output).digest('hex')}.txt`)
  const now = fingerprintOf(globs)
  if (existsSync(output) && existsSync(file) && readFileSync(file, 'utf8') === now) return
  await run()
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, now)
}

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Makes a folder hold these files and no others: path below it → text. What is there already stays untouched. */
export function writeFolder(folder: string, files: ReadonlyMap<string, string>): void {
  const written = new Set<string>()
  for (const [path, text] of files) {
    const file = join(folder, path)
    written.add(file)
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  if (!existsSync(folder)) return
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name)
    if (entry.isFile() && !written.has(file)) rmSync(file)
  }
}

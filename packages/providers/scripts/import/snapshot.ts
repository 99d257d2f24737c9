import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** A local copy of a published repository or package, read and never changed. */
export interface Snapshot {
  /** What the rows cite: a commit, or the version of a package. */
  readonly commit: string
  /** The paths that match, sorted. */
  list(pattern: RegExp): string[]
  /** The texts of these paths. */
  read(paths: readonly string[]): ReadonlyMap<string, string>
}

/** Opens a folder or a bare git directory. Nothing outside of it is read. */
export function openSnapshot(from: string, commit?: string): Snapshot {
  if (!existsSync(from)) throw new TypeError(`--from must name a folder or a bare git directory, got ${from}`)
  if (existsSync(join(from, 'HEAD')) && existsSync(join(from, 'objects'))) return openGit(from, commit ?? 'HEAD')
  if (commit === undefined) throw new TypeError('--commit must name the commit or the version that the folder holds')
  return openFolder(from, commit)
}

function openGit(folder: string, revision: string): Snapshot {
  const git = (args: readonly string[], input?: string): Buffer =>
    execFileSync('git', ['-C', folder, ...args], { maxBuffer: 2 ** 31 - 1, ...(input !== undefined && { input }) })
  const commit = git(['rev-parse', `${revision}^{commit}`])
    .toString()
    .trim()
  let all: string[] | undefined
  return {
    commit,
    list(pattern) {
      all ??= git(['ls-tree', '-r', '-z', '--name-only', commit]).toString().split('\0').slice(0, -1)
      return all.filter((path) => pattern.test(path)).sort()
    },
    read(paths) {
      const answer = git(['cat-file', '--batch'], paths.map((path) => `${commit}:${path}\n`).join(''))
      const texts = new Map<string, string>()
      let at = 0
      for (const path of paths) {
        const end = answer.indexOf(10, at)
        const size = /blob (\d+)$/.exec(answer.toString('utf8', at, end))?.[1]
        if (size === undefined) throw new Error(`${commit} has no file ${path}`)
        texts.set(path, answer.toString('utf8', end + 1, end + 1 + Number(size)))
        at = end + 2 + Number(size)
      }
      return texts
    },
  }
}

function openFolder(folder: string, commit: string): Snapshot {
  return {
    commit,
    list: (pattern) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
        .filter((path) => pattern.test(path))
        .sort(),
    read: (paths) => new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')])),
  }
}

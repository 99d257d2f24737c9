// What a regular import has to read: `plan.ts` prints a JSON list with one entry for each repository or package, and the sources in it.
// Sources of many repositories (`owner/*`) are left out: somebody has to name the one that is read.
import type { Sources } from './source.ts'
import { sources } from './sources.ts'

/** A repository, or a package of npm's, and what is read from it. */
export interface Visit {
  /** A name for the step: the repository with a dash. */
  readonly name: string
  /** `owner/repo` of a public repository; empty for a package. */
  readonly repository: string
  /** The package of npm's that holds the list; empty for a repository. */
  readonly package: string
  /** The sources to import, separated by spaces. */
  readonly sources: string
}

/** Sources that are read from a published package, since the repository does not hold what is built. */
const packages: Readonly<Record<string, string>> = { 'ccxt/ccxt': 'ccxt' }

/** One visit for each repository, in the order of its name. */
export function planOf(all: Sources): Visit[] {
  const byRepository = new Map<string, string[]>()
  for (const [name, { repository }] of Object.entries(all))
    if (!repository.includes('*')) byRepository.set(repository, [...(byRepository.get(repository) ?? []), name])
  return [...byRepository]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([repository, names]) => {
      const published = packages[repository] ?? ''
      return {
        name: repository.replace('/', '-'),
        repository: published === '' ? repository : '',
        package: published,
        sources: names.join(' '),
      }
    })
}

if (import.meta.main) console.log(JSON.stringify(planOf(sources)))

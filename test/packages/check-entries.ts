import { execFileSync } from 'node:child_process'
import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { entriesOf } from './entries.ts'
import type { Reached } from './programs/reach.ts'

const programs = join(import.meta.dirname, 'programs')
const mostModules = 8

/** Runs one of the programs in the project, and reads what it prints. */
function ask(project: string, node: string, program: string, specifiers: readonly string[]): unknown {
  cpSync(join(programs, program), join(project, program))
  const input = JSON.stringify(specifiers)
  return JSON.parse(
    execFileSync(node, ['--no-warnings', program], { cwd: project, input, encoding: 'utf8', maxBuffer: 2 ** 26 }),
  )
}

/**
 * Imports every entry in plain Node and asks which files that loads, then requires each as CommonJS does.
 *
 * @param oldestNode the lowest Node that the packages allow
 * @returns what failed
 */
export function checkEntries(project: string, names: readonly string[], oldestNode: string): string[] {
  const faults: string[] = []
  const entries = names.flatMap((name) => entriesOf(project, name))
  const modules = entries.filter(({ file }) => file.endsWith('.js')).map(({ specifier }) => specifier)
  const isTable = (specifier: string): boolean => /\/(?:texts\/\w+|codes|full)$/.test(specifier)
  const reached = ask(
    project,
    process.execPath,
    'reach.ts',
    modules.filter((one) => !isTable(one)),
  ) as Record<string, Reached>

  for (const [specifier, { files, names: exported }] of Object.entries(reached)) {
    if (exported.length === 0) faults.push(`${specifier} exports nothing`)
    for (const fault of faultsOf(specifier, files)) faults.push(`${specifier} ${fault}`)
  }
  const counts = Object.entries(reached).map(([specifier, { files }]) => [specifier, files.length] as const)
  const largest = counts.filter(([specifier]) => isProvider(specifier)).sort((a, b) => b[1] - a[1])[0]
  console.log(`${entries.length} entries; the provider that reaches most modules is ${largest?.join(': ')}`)
  console.table(
    Object.fromEntries(counts.filter(([one]) => !isProvider(one)).map(([one, modules]) => [one, { modules }])),
  )

  for (const node of [process.execPath, oldestNode])
    for (const [specifier, error] of Object.entries(ask(project, node, 'require-all.cjs', modules) as object))
      faults.push(`${specifier}, required by ${node}: ${String(error)}`)
  for (const { specifier, file } of entries.filter((entry) => !modules.includes(entry.specifier)))
    if (!existsSync(join(project, 'node_modules', nameOf(specifier), file))) faults.push(`${specifier} is not there`)
  return faults
}

function nameOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

function isProvider(specifier: string): boolean {
  return /^@unifault\/providers\/(?!all-providers$|generic$|words$)[^/]+$/.test(specifier)
}

/** What an entry loads beyond what it needs. */
function faultsOf(specifier: string, files: readonly string[]): string[] {
  const id = specifier.split('/')[2] ?? ''
  const ours = files.filter((file) => file.startsWith('@unifault/providers/'))
  const own = new RegExp(
    `^@unifault/providers/dist/(?:${id}\\.js|generated/${id}/codes\\.js|openai-compatible\\.js|multipart\\.js)$`,
  )
  const faults = files
    .filter((file) => file.includes('/texts/') && !/\/texts\/|\/(?:core\/testing|msw)$/.test(specifier)) // mocked answers speak
    .map((file) => `loads ${file}`)
  if (specifier.endsWith('/all-providers') && ours.length !== 1)
    faults.push(`loads ${ours.length} modules of providers`)
  if (isProvider(specifier)) {
    faults.push(...ours.filter((file) => !own.test(file)).map((file) => `loads ${file}`))
    if (files.length > mostModules)
      faults.push(`reaches ${files.length} modules, and at most ${mostModules} are promised`)
  } else if (!specifier.startsWith('@unifault/providers') && ours.length > 0) faults.push('loads providers')
  return faults
}

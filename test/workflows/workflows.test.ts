// What runs on GitHub, as far as it can be known here: nothing else looks at these files before they run.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, cpSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse, parseDocument } from 'yaml'

const root = join(import.meta.dirname, '../..')

interface Step {
  readonly uses?: string
  readonly with?: Readonly<Record<string, unknown>>
  readonly run?: string
}
interface Workflow {
  readonly name: string
  readonly on: unknown
  readonly permissions: unknown
  readonly defaults?: { readonly run?: { readonly shell?: string } }
  readonly jobs: Readonly<Record<string, { readonly 'timeout-minutes'?: number; readonly steps: readonly Step[] }>>
}
interface Form {
  readonly name: string
  readonly description: string
  readonly body: readonly { readonly type: string; readonly id?: string; readonly attributes: { label?: string } }[]
}

/** What the action.yml of these versions has as inputs, as far as we give them. */
const inputs: Readonly<Record<string, readonly string[]>> = {
  'actions/checkout@v5': ['fetch-depth'],
  'actions/setup-node@v5': ['node-version'],
  'changesets/action@v2': ['version-script', 'publish-script'],
}

function read<T>(path: string): T {
  const document = parseDocument(readFileSync(join(root, path), 'utf8'))
  expect([...document.errors, ...document.warnings]).toEqual([])
  return document.toJS() as T
}

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }

describe.each(globSync('.github/workflows/*.yml', { cwd: root }).toSorted())('%s', (path) => {
  const workflow = read<Workflow>(path)
  const steps = Object.values(workflow.jobs).flatMap(({ steps }) => steps)
  const commands = steps.flatMap((step) => [
    step.run ?? '',
    ...Object.entries(step.with ?? {}).flatMap(([name, value]) => (name.endsWith('-script') ? [String(value)] : [])),
  ])

  test('is named as its file, asks for no more than it says, and every job ends in time', () => {
    expect(workflow.name).toBe(basename(path, '.yml'))
    expect(workflow.permissions).toBeDefined()
    for (const job of Object.values(workflow.jobs)) expect(job['timeout-minutes']).toBeGreaterThan(0)
  })

  test('gives each action only inputs that it has', () => {
    for (const { uses, with: given = {} } of steps) {
      if (uses === undefined) continue
      expect(Object.keys(inputs)).toContain(uses)
      expect(inputs[uses]).toEqual(expect.arrayContaining(Object.keys(given)))
    }
  })

  test('runs commands that the shell can read, of scripts and files that there are', () => {
    for (const command of commands) {
      // What GitHub puts in place of an expression is a word.
      const text = command.replaceAll(/\$\{\{[^}]*\}\}/g, 'word')
      expect(spawnSync('bash', ['-n'], { input: text, encoding: 'utf8' }).stderr).toBe('')
      for (const [, script = ''] of text.matchAll(/pnpm@12 (?:--silent )?(?:run )?([\w:]+)/g))
        expect(['install', 'exec', ...Object.keys(scripts)]).toContain(script)
      for (const [, file = ''] of text.matchAll(/(?:^|\s)((?:\.github|\.ci|packages)\/[\w./-]+)/gm))
        accessSync(join(root, file), file.endsWith('.ts') ? constants.R_OK : constants.X_OK)
    }
  })

  test('does not lose the failure of a part of a pipe', () => {
    const hasPipe = commands.some((command) => / \| /.test(command))
    if (hasPipe) expect(workflow.defaults?.run?.shell).toBe('bash')
  })
})

test('the action that releases is the one for the installed Changesets: its second version is for the third of theirs', () => {
  const manifest = readFileSync(join(root, 'node_modules/@changesets/cli/package.json'), 'utf8')
  const { version } = JSON.parse(manifest) as { version: string }
  expect([version.split('.')[0], Object.keys(inputs)]).toEqual(['3', expect.arrayContaining(['changesets/action@v2'])])
})

test.each(globSync('.github/**/*.sh', { cwd: root }))('%s can be read by the shell, and run', (path) => {
  expect(spawnSync('bash', ['-n', path], { cwd: root, encoding: 'utf8' }).stderr).toBe('')
  accessSync(join(root, path), constants.X_OK)
})

test('another Node than the lockfile’s is one line of the workspace', () => {
  const [command = ''] = /^ *sed .*$/m.exec(readFileSync(join(root, '.ci/run'), 'utf8')) ?? []
  const folder = mkdtempSync(join(tmpdir(), 'unifault-workspace-'))
  try {
    const file = join(folder, 'pnpm-workspace.yaml')
    cpSync(join(root, 'pnpm-workspace.yaml'), file)
    const before = parse(readFileSync(file, 'utf8')) as { catalog: object }
    spawnSync('bash', ['-c', command], { cwd: folder, env: { ...process.env, UNIFAULT_NODE: '22' } })
    expect(parse(readFileSync(file, 'utf8'))).toEqual({ ...before, catalog: { ...before.catalog, node: '22' } })
  } finally {
    rmSync(folder, { recursive: true })
  }
})

const forms = globSync('.github/ISSUE_TEMPLATE/*.yml', { cwd: root }).filter((path) => !path.endsWith('config.yml'))

test.each(forms)('%s asks questions, each under a name of its own', (path) => {
  const { name, description, body } = read<Form>(path)
  expect([name, description]).toEqual([expect.any(String), expect.any(String)])
  const kinds = ['checkboxes', 'dropdown', 'input', 'markdown', 'textarea']
  for (const { type, attributes } of body)
    expect([kinds.includes(type), attributes.label]).toEqual([true, expect.any(String)])
  expect(new Set(body.map(({ id }) => id)).size).toBe(body.length)
})

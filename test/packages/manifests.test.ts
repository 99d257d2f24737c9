import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const read = (file: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(root, file), 'utf8')) as Record<string, unknown>
const folders = globSync('packages/*/package.json', { cwd: root })
  .map((file) => basename(dirname(file)))
  .toSorted()
const versions = new Set(folders.map((folder) => read(`packages/${folder}/package.json`)['version']))

test('all packages share one version', () => {
  expect([...versions]).toHaveLength(1)
})

test('a release treats all packages as one', () => {
  const { fixed } = read('.changeset/config.json') as { fixed: string[][] }
  const names = folders.map((folder) => String(read(`packages/${folder}/package.json`)['name']))
  expect(names.filter((name) => !fixed[0]?.includes(name) && !name.startsWith('@unifault/'))).toEqual([])
  expect(fixed).toEqual([['unifault', '@unifault/*']])
})

test('a release counts every package of the workspace: the private ones have a version too', () => {
  for (const folder of ['test', 'examples', ...folders.map((name) => `packages/${name}`)])
    expect([folder, read(`${folder}/package.json`)['version']]).toEqual([
      folder,
      expect.stringMatching(/^\d+\.\d+\.\d+$/),
    ])
})

test('a release publishes what was built once: no package builds all of them anew while others are packed', () => {
  const { scripts } = read('package.json') as { scripts: Record<string, string> }
  for (const folder of folders)
    expect((read(`packages/${folder}/package.json`)['scripts'] as Record<string, string>)['prepack']).toMatch(/ build$/)
  expect(scripts['release']).toBe('pnpm build && pnpm_config_ignore_scripts=true changeset publish')
})

test('the next versions can be reckoned', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'unifault-release-'))
  try {
    for (const path of [
      'package.json',
      'pnpm-workspace.yaml',
      '.changeset',
      'test/package.json',
      'examples/package.json',
    ])
      cpSync(join(root, path), join(folder, path), { recursive: true })
    for (const name of folders)
      cpSync(join(root, `packages/${name}/package.json`), join(folder, `packages/${name}/package.json`))
    writeFileSync(join(folder, '.changeset/one.md'), "---\n'@unifault/core': minor\n---\n\nOne thing is new.\n")
    const program = join(root, 'node_modules/@changesets/cli/bin.js')
    const { stdout, stderr } = spawnSync(process.execPath, [program, 'version'], { cwd: folder, encoding: 'utf8' })
    expect(`${stdout}${stderr}`).toContain('All files have been updated')
    const next = folders.map(
      (name) => JSON.parse(readFileSync(join(folder, `packages/${name}/package.json`), 'utf8')) as object,
    )
    expect(new Set(next.map((manifest) => (manifest as { version: string }).version)).size).toBe(1)
    expect(readFileSync(join(folder, 'packages/core/CHANGELOG.md'), 'utf8')).toContain('One thing is new.')
  } finally {
    rmSync(folder, { recursive: true })
  }
})

describe.each(folders)('the manifest of %s', (folder) => {
  const manifest = read(`packages/${folder}/package.json`)

  test('says where the package comes from and where faults are told', () => {
    const repository = manifest['repository'] as { url: string; directory: string }
    expect(repository.directory).toBe(`packages/${folder}`)
    const page = repository.url.replace(/^git\+|\.git$/g, '')
    expect(manifest['homepage']).toBe(`${page}/tree/main/packages/${folder}#readme`)
    expect(manifest['bugs']).toBe(`${page}/issues`)
  })

  test('says in words what the package is for', () => {
    expect(String(manifest['description']).length).toBeGreaterThan(20)
    expect((manifest['keywords'] as string[]).length).toBeGreaterThanOrEqual(4)
    // Data is anybody's.
    expect(manifest['license']).toBe(folder === 'data' ? 'CC0-1.0' : 'MIT')
    expect(manifest['engines']).toEqual({ node: '>=22.12' })
  })

  test('lets its own manifest be read, and is public', () => {
    expect((manifest['exports'] as Record<string, unknown>)['./package.json']).toBe('./package.json')
    expect(manifest['publishConfig']).toEqual({ access: 'public' })
    expect(manifest['private']).toBeUndefined()
  })

  test('is an ES module, and depends on packages of ours alone, but for the command', () => {
    expect(manifest['type']).toBe('module')
    const foreign = Object.keys(manifest['dependencies'] ?? {}).filter((name) => !name.startsWith('@unifault/'))
    if (folder !== 'unifault') expect(foreign).toEqual([])
  })

  test('comes with a page of its own', () => {
    expect(existsSync(join(root, `packages/${folder}/README.md`))).toBe(true)
  })
})

test('what documents say of versions is what manifests say', () => {
  const lowest = (folder: string, peer: string): string => {
    const peers = read(`packages/${folder}/package.json`)['peerDependencies'] as Record<string, string>
    return /^\^(\d+\.\d+)/.exec(peers[peer] ?? '')?.[1] ?? ''
  }
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  expect(readme).toContain(`axios from ${lowest('axios', 'axios')} on, ky from ${lowest('ky', 'ky')} on.`)
  const page = readFileSync(join(root, 'packages/neverthrow/README.md'), 'utf8')
  expect(page).toContain(`neverthrow from ${lowest('neverthrow', 'neverthrow')} on`)
})

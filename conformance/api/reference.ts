// Writes docs/reference/, the public names one by one, from their docstrings.
import { rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { Application, type TypeDocOptions } from 'typedoc'
import { entries, root } from './entries.ts'

/** For users; what adapters use among each other has no page. Core comes first, so that what adapters hand on has its place there. */
const shown = entries
  .filter(({ name }) => !name.endsWith('/adapter'))
  .toSorted((a, b) => Number(b.name.startsWith('@unifault/core')) - Number(a.name.startsWith('@unifault/core')))

const options: TypeDocOptions & Readonly<Record<string, unknown>> = {
  plugin: ['typedoc-plugin-markdown'],
  entryPoints: shown.map(({ source }) => source),
  tsconfig: join(import.meta.dirname, 'tsconfig.json'),
  out: join(root, 'docs/reference'),
  name: 'unifault',
  readme: 'none',
  router: 'module',
  displayBasePath: root,
  disableGit: true,
  gitRevision: 'main',
  sourceLinkTemplate: 'https://github.com/unifault/unifault/blob/{gitRevision}/{path}#L{line}',
  excludeExternals: true,
  excludeInternal: true,
  excludePrivate: true,
  hideBreadcrumbs: true,
  hidePageHeader: true,
  parametersFormat: 'table',
  interfacePropertiesFormat: 'table',
  typeAliasPropertiesFormat: 'table',
  typeDeclarationFormat: 'table',
  useCodeBlocks: true,
  skipErrorChecking: true,
  treatWarningsAsErrors: true,
  validation: { notExported: false, invalidLink: true, notDocumented: false },
}

const app = await Application.bootstrapWithPlugins(options)
const project = await app.convert()
if (project === undefined) throw new Error('The packages cannot be read')
// A module is called as it is imported, not as its file.
const names = new Map(shown.map(({ name, source }) => [relative(root, source).replace(/(?:\/index)?\.ts$/, ''), name]))
for (const module of project.children ?? []) module.name = names.get(module.name) ?? module.name
rmSync(join(root, 'docs/reference'), { recursive: true, force: true })
await app.generateOutputs(project)
if (app.logger.hasErrors() || app.logger.hasWarnings()) process.exitCode = 1

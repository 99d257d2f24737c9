// The report of the public surface, one file for each entry point: a change of the surface is a change of these files.
//   node conformance/api/report.ts           fails where a report differs
//   node conformance/api/report.ts --renew   writes them
import { existsSync, globSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor'
import { entries, type Entry, root } from './entries.ts'

const reports = join(import.meta.dirname, 'reports')
const isRenewing = process.argv.includes('--renew')

const compilerOptions = {
  target: 'es2023',
  lib: ['esnext', 'dom', 'dom.iterable', 'dom.asynciterable'],
  module: 'nodenext',
  moduleResolution: 'nodenext',
  strict: true,
  skipLibCheck: true,
  types: [],
}

/** @returns what is wrong with the report of an entry */
function faultOf(entry: Entry): string | undefined {
  const config = ExtractorConfig.prepare({
    configObjectFullPath: join(entry.folder, 'api-extractor.json'),
    packageJsonFullPath: join(entry.folder, 'package.json'),
    configObject: {
      projectFolder: entry.folder,
      mainEntryPointFilePath: entry.types,
      newlineKind: 'lf',
      enumMemberOrder: 'preserve' as never,
      compiler: { overrideTsconfig: { compilerOptions, files: [entry.types] } },
      apiReport: {
        enabled: true,
        reportFileName: entry.report,
        reportFolder: reports,
        reportTempFolder: join(root, 'test/dist/api'),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
        extractorMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
        tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
      },
    },
  })
  const { apiReportChanged, errorCount } = Extractor.invoke(config, {
    localBuild: isRenewing,
    messageCallback: (message) => {
      message.handled = message.logLevel !== ExtractorLogLevel.Error
    },
  })
  if (errorCount > 0) return `${entry.name} cannot be read`
  return apiReportChanged && !isRenewing ? `${entry.name} has another surface than ${entry.report}.api.md` : undefined
}

const missing = entries.filter(({ types }) => !existsSync(types))
if (missing.length > 0) throw new Error(`Not built, run \`pnpm build\`: ${missing.map(({ name }) => name).join(', ')}`)
mkdirSync(reports, { recursive: true })
mkdirSync(join(root, 'test/dist/api'), { recursive: true })

const faults = entries.map(faultOf).filter((fault) => fault !== undefined)
const known = new Set(entries.map(({ report }) => `${report}.api.md`))
for (const file of globSync('*.api.md', { cwd: reports }))
  if (!known.has(file)) {
    if (isRenewing) rmSync(join(reports, file))
    else faults.push(`${file} is of an entry that is gone`)
  }

if (faults.length === 0) console.log(`The surface of ${entries.length} entry points is as reported.`)
else {
  console.error(faults.join('\n'))
  console.error(
    '\nIf that is meant, renew the reports with `pnpm check:api --renew`, look at the difference, and commit it.',
  )
  process.exitCode = 1
}

import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createClassifier } from '@unifault/core'
import { allProviders } from '@unifault/providers/all-providers'
import { generic } from '@unifault/providers/generic'
import { expect, test } from 'vitest'
import { clients, handlingOf } from '../playground/handling.ts'
import { payloadOf, seedPlatforms } from './seeds.ts'

const workspace = join(import.meta.dirname, '../../test')

test('the code that handles an error compiles, for each client', () => {
  // Where all three clients are installed.
  const folder = mkdtempSync(join(workspace, 'node_modules/.handling-'))
  try {
    for (const id of [...seedPlatforms(), undefined]) {
      const provider = allProviders.find((one) => one.id === id)
      const payload = id === undefined ? { ...payloadOf('openai'), url: 'https://unknown.example/a' } : payloadOf(id)
      const error = createClassifier(provider ?? [], { fallback: generic })(payload)
      if (error === undefined) throw new Error(`No error of ${id}`)
      for (const client of clients)
        writeFileSync(join(folder, `${id ?? 'generic'}-${client}.ts`), handlingOf(error, client, id, 'en'))
    }
    const options = {
      strict: true,
      noEmit: true,
      module: 'nodenext',
      target: 'es2023',
      lib: ['es2023', 'dom'],
      types: [],
      skipLibCheck: true,
    }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, include: ['*.ts'] }))
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
    const tsc = join(workspace, '../node_modules/typescript/bin/tsc')
    let said = ''
    try {
      execFileSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' })
    } catch (error) {
      said = String((error as { stdout?: unknown }).stdout)
    }
    expect(said).toBe('')
  } finally {
    rmSync(folder, { recursive: true })
  }
}, 120_000)

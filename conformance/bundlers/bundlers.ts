// One program, bundled and minified for browsers: for production, or as it is while one develops. webpack and Vite set the condition
// `production` by themselves; esbuild and rolldown are told it.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build as esbuild } from 'esbuild'
import { rolldown } from 'rolldown'
import { build as vite } from 'vite'
import webpack from 'webpack'

type Mode = 'production' | 'development'

/** Bundles a program that is a file; the clients are left out. */
export type Bundle = (program: string, mode?: Mode) => Promise<string>

const clients = ['axios', 'ky', 'neverthrow']

export const bundlers: Readonly<Record<'esbuild' | 'rolldown' | 'Vite' | 'webpack', Bundle>> = {
  async esbuild(program, mode = 'production') {
    const { outputFiles } = await esbuild({
      entryPoints: [program],
      bundle: true,
      minify: true,
      format: 'esm',
      platform: 'browser',
      ...(mode === 'production' && { conditions: ['production', 'module'] }),
      external: clients,
      write: false,
      logLevel: 'error',
    })
    return outputFiles[0]?.text ?? ''
  },

  async rolldown(program, mode = 'production') {
    const bundle = await rolldown({
      input: program,
      platform: 'browser',
      ...(mode === 'production' && {
        resolve: { conditionNames: ['browser', 'production', 'import', 'module', 'default'] },
      }),
      external: clients,
    })
    const { output } = await bundle.generate({ format: 'esm', minify: true, codeSplitting: false })
    await bundle.close()
    return output[0].code
  },

  async Vite(program, mode = 'production') {
    process.env['NODE_ENV'] = mode // that decides, not Vite's own mode
    const result = await vite({
      root: join(program, '..'),
      configFile: false,
      logLevel: 'error',
      build: { write: false, modulePreload: false, rolldownOptions: { input: program, external: clients } },
    })
    if (!('output' in result)) throw new Error('Vite built more than one bundle')
    return result.output.map((one) => (one.type === 'chunk' ? one.code : '')).join('')
  },

  async webpack(program, mode = 'production') {
    const folder = mkdtempSync(join(tmpdir(), 'unifault-webpack-'))
    try {
      await new Promise<void>((resolve, reject) => {
        webpack(
          {
            mode,
            devtool: false,
            optimization: { minimize: true },
            target: 'web',
            entry: program,
            output: { path: folder, filename: 'bundle.js', module: true },
            experiments: { outputModule: true },
            externals: Object.fromEntries(clients.map((client) => [client, `module ${client}`])),
            performance: false,
          },
          (error, stats) => {
            if (error !== null) reject(error)
            else if (stats?.hasErrors() === true) reject(new Error(stats.toString('errors-only')))
            else resolve()
          },
        )
      })
      return readFileSync(join(folder, 'bundle.js'), 'utf8')
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
}

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rolldown, type RolldownBuild } from 'rolldown'

const source = join(import.meta.dirname, 'conformance.ts')

const main = `
const report = await conformance(globalThis.process.env.SERVER)
console.log(JSON.stringify(report))
`
const workerMain = `
export default {
  async test(_controller, { SERVER }) {
    console.log(JSON.stringify(await conformance(SERVER)))
  },
}
`
const capnp = (server: string): string => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .worker),
    (name = "internet", network = (allow = ["public", "private", "local"])),
  ],
);
const worker :Workerd.Worker = (
  modules = [(name = "worker", esModule = embed "worker.js")],
  bindings = [(name = "SERVER", text = "${server}")],
  compatibilityDate = "2026-01-01",
);
`

/**
 * Writes the program into a folder in which the packages are installed: `main.js`, which imports them, `worker.js`, which holds them
 * and needs nothing of Node, and `browser.js`, which holds them too.
 */
export async function bundle(folder: string, server: string): Promise<void> {
  const plain = await rolldown({ input: source, external: /^[^./]/, platform: 'neutral' })
  await plain.write({ file: join(folder, 'main.js'), footer: main })
  await plain.close()
  // As bundlers choose for each: the worker gets the deep redaction, the page the small one.
  const worker = await wholeProgram(folder, ['workerd', 'worker', 'browser', 'import', 'default'])
  await worker.write({ file: join(folder, 'worker.js'), footer: workerMain, codeSplitting: false })
  await worker.close()
  const browser = await wholeProgram(folder, ['browser', 'import', 'default'])
  await browser.write({ file: join(folder, 'browser.js'), name: 'program', format: 'iife', codeSplitting: false })
  await browser.close()
  writeFileSync(join(folder, 'workerd.capnp'), capnp(server))
}

/** The program with all packages, by the conditions that the place where it runs goes by. */
function wholeProgram(folder: string, conditionNames: string[]): Promise<RolldownBuild> {
  return rolldown({
    input: source,
    platform: 'browser',
    resolve: { conditionNames },
    plugins: [
      {
        name: 'packed',
        // The packages as they were packed, not as they stand in the workspace.
        resolveId(specifier, importer, options) {
          if (importer !== source) return null
          return this.resolve(specifier, join(folder, 'program.js'), { ...options, skipSelf: true })
        },
      },
    ],
  })
}

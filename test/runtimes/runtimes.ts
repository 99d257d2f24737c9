/** A runtime that comes as a package with its binary: nothing of it is run to install it. */
export interface Runtime {
  readonly name: string
  readonly version: string
  /** The package for this platform; undefined where there is none. */
  readonly package: string | undefined
  /** Of the binary, in the package. */
  readonly binary: string
  readonly parameters: readonly string[]
}

const { platform, arch } = process
const suffix = platform === 'win32' ? '.exe' : ''
const nodePlatform = platform === 'win32' ? 'win' : platform
const bunArch = arch === 'arm64' ? 'aarch64' : arch
const bunPlatform = platform === 'win32' ? 'windows' : platform
const denoPlatforms = ['linux-x64-glibc', 'linux-arm64-glibc', 'darwin-x64', 'darwin-arm64', 'win32-x64']
const workerdPlatforms: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-64',
}
const deno = denoPlatforms.find((one) => one.startsWith(`${platform}-${arch}`))
const workerd = workerdPlatforms[`${platform}-${arch}`]

function node(version: string): Runtime {
  return {
    name: 'Node',
    version,
    package: `node-${nodePlatform}-${arch}`,
    binary: `bin/node${suffix}`,
    parameters: ['main.js'],
  }
}

/** The runtimes of `pnpm test:runtimes`, at the versions that it is known to pass with. */
export const runtimes: readonly Runtime[] = [
  node('22.23.3'),
  node('24.21.0'),
  node('26.10.0'),
  {
    name: 'Bun',
    version: '1.4.5',
    package: `@oven/bun-${bunPlatform}-${bunArch}`,
    binary: `bin/bun${suffix}`,
    parameters: ['run', 'main.js'],
  },
  {
    name: 'Deno',
    version: '2.9.6',
    package: deno && `@deno/${deno}`,
    binary: `deno${suffix}`,
    parameters: ['run', '--allow-all', '--no-lock', 'main.js'],
  },
  {
    name: 'workerd',
    version: '1.20261117.1',
    package: workerd && `@cloudflare/workerd-${workerd}`,
    binary: `bin/workerd${suffix}`,
    parameters: ['test', 'workerd.capnp'],
  },
]

// What is bundled, what it may weigh, and what it may hold beside core and the adapters.

/** A program and its promises. */
export interface Case {
  readonly name: string
  /** Module → the names that are used of it. */
  readonly uses: Readonly<Record<string, string>>
  /** Module → the names that are imported for what `made` makes; nothing of it is used. */
  readonly unused?: Readonly<Record<string, string>>
  readonly made?: string
  /** kB of gzip: what is aimed at, and what fails: what is reached now, so that nothing grows unseen. */
  readonly aim?: number
  readonly limit?: number
  /** The case that it is compared with; the limit is then for the difference. */
  readonly over?: string
  /** Modules that it may hold although they are left out by default. */
  readonly holds?: RegExp
}

const axios = { '@unifault/axios': 'installApiErrors, isApiError' }

export const cases: readonly Case[] = [
  { name: 'core + axios', uses: axios, aim: 10, limit: 20.2 },
  { name: 'core + ky', uses: { '@unifault/ky': 'wrapKy, isApiError' }, aim: 10, limit: 26.7 },
  { name: 'core + fetch', uses: { '@unifault/fetch': 'wrapFetch, isApiError' }, aim: 10, limit: 24 },
  {
    name: 'core + axios + bilibili',
    uses: { ...axios, '@unifault/providers/bilibili': 'bilibili' },
    aim: 14,
    limit: 23,
    holds: /\/providers\/dist\/(?:generated\/)?bilibili[/.]|\/readers\.js#(?:html|wordsOf)$/,
  },
  {
    name: 'a provider of 20 codes',
    uses: { ...axios, '@unifault/providers/minimax': 'minimax' },
    limit: 1.5,
    over: 'core + axios',
    holds: /\/providers\/dist\/(?:generated\/)?minimax[/.]|\/readers\.js#(?:sse|readEvents)$/,
  },
  {
    name: 'a provider of one’s own',
    uses: { ...axios, '@unifault/core': 'defineProvider' },
    limit: 0.5,
    over: 'core + axios',
    holds: /\/core\/dist\/provider\.js$/,
  },
  {
    name: 'definitions that are not used',
    uses: { '@unifault/core': 'isApiError' },
    unused: { '@unifault/core': 'defineProvider, withCodes, withHosts', '@unifault/providers/bilibili': 'bilibili' },
    // rolldown and Vite see by `@__NO_SIDE_EFFECTS__` of core's functions what esbuild and webpack must be told by each call.
    made: `
const gateway = /* @__PURE__ */ defineProvider({ id: 'gateway', dialects: [{ code: 'code', codes: { 1: 'not-found' } }] })
const polling = /* @__PURE__ */ withHosts(/* @__PURE__ */ withCodes(bilibili, { 86101: 'ok' }), '/api')
`,
    limit: 0.5,
  },
  {
    name: 'all providers',
    uses: { ...axios, '@unifault/providers/all-providers': 'allProviders' },
    aim: 180,
    limit: 180,
    over: 'core + axios',
    holds: /\/providers\/dist\/(?!.*\/texts\/|generic)|\/core\/dist\/(?:readers|protocols)\.js#/,
  },
]

/** What no bundle holds that does not ask for it. */
export const leftOut: readonly RegExp[] = [
  /\/providers\/dist\//,
  /\/texts\//,
  /\/core\/dist\/redact\/deep\.js$/,
  /\/core\/dist\/(?:protocols|readers)\.js#/,
  // What systems tell of a failure: a browser has none of it.
  /\/(?:core|axios)\/dist\/failure\.js$/,
  // What checks options and definitions: that is for development.
  /\/core\/dist\/check(?:s|-provider)?\.js$/,
  /\/core\/dist\/(?:explain|otel|problem-details|testing|fake-bodies)\.js$/,
]

/** The program of a case; what it uses is made to stay. */
export function programOf({ uses, unused = {}, made = '' }: Pick<Case, 'uses' | 'unused' | 'made'>): string {
  const all = [...Object.entries(uses), ...Object.entries(unused)]
  const imports = all.map(([from, what]) => `import ${what.startsWith('*') ? what : `{ ${what} }`} from '${from}'`)
  const names = Object.values(uses).map((what) => what.replace('* as ', ''))
  return `${imports.join('\n')}\n${made}\nglobalThis.used = [${names.join(', ')}]\n`
}

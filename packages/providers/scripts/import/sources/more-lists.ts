import { cellText, inLanguage, spellOut, type Entry } from '../entry.ts'
import { readDelimited } from '../forms/delimited.ts'
import { readGoConstants } from '../forms/go-constants.ts'
import { readJsonLists } from '../forms/json-lists.ts'
import { plain } from '../forms/markdown-sections.ts'
import { readMarkdownTables } from '../forms/markdown-tables.ts'
import { readPatterns } from '../forms/patterns.ts'
import { readStoneUnions } from '../forms/stone-unions.ts'
import { hintOfName } from '../hint-of-name.ts'
import { auth, hint, hinted, hintOfStatus, param, server } from '../hints.ts'
import type { Sources } from '../source.ts'
import { cellOf, readTables } from './clouds.ts'

/** The name's word first, where the status leaves room for it; then the status. */
const namedOr = (name: string, status: number): Partial<Entry> => hinted(hintOfName(name) ?? hintOfStatus(status))
const named = (code: string, path: string, more: Partial<Entry> = {}): Entry => ({
  code,
  zh: '',
  en: spellOut(code),
  path,
  names: true,
  ...hinted(hintOfName(code)),
  ...more,
})

/** `NOT_FOUND` of Rust's http crate as a number. */
const httpNames: Readonly<Record<string, number>> = {
  BAD_REQUEST: 400,
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  PRECONDITION_FAILED: 412,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  UNPROCESSABLE_ENTITY: 422,
  TOO_MANY_REQUESTS: 429,
  INTERNAL_SERVER_ERROR: 500,
  SERVICE_UNAVAILABLE: 503,
}

const squareCategories: Readonly<Record<string, Entry['hint']>> = {
  API_ERROR: hint('internal', server, false),
  AUTHENTICATION_ERROR: hint('unauthenticated', auth, false),
  INVALID_REQUEST_ERROR: hint('invalid-parameter', param),
  PAYMENT_METHOD_ERROR: hint('payment-declined', ['invalid-parameter', 'precondition-failed', 'unsupported'], false),
  RATE_LIMIT_ERROR: hint('throttled'),
  REFUND_ERROR: hint('precondition-failed', param),
}

const neo4jKinds: Readonly<Record<string, Entry['hint']>> = {
  ClientError: hint('invalid-parameter', [...param, ...auth], false),
  DatabaseError: hint('internal', server),
  TransientError: hint('unavailable', [...server, 'throttled', 'in-progress'], false),
}

const listOfDigits = (row: Readonly<Record<string, string>>): string =>
  cellOf(row, /^(?:错误码|返回码|值|code|error code|retcode)$/i)

export const moreListSources: Sources = {
  dropbox: {
    repository: 'dropbox/dropbox-api-spec',
    provider: 'dropbox',
    dialect: 'api',
    read: (snapshot) => readStoneUnions(snapshot, /\.stone$/),
  },
  neo4j: {
    repository: 'neo4j/docs-status-codes',
    provider: 'neo4j',
    dialect: 'http',
    read: (snapshot) => [
      ...readPatterns(
        snapshot,
        /\/errors\/all-errors\.adoc$/,
        /^\| (?<code>Neo\.(?<kind>\w+)\.[\w.]+)\n\| (?<text>.+)$/gm,
        ({ code = '', kind = '', text = '' }, path) => ({
          code,
          zh: '',
          en: cellText(plain(text)),
          path,
          tail: code.split('.').slice(2).join('.'),
          ...hinted(neo4jKinds[kind]),
        }),
      ),
    ],
  },
  telethon: {
    repository: 'LonamiWebs/Telethon',
    provider: 'telegram',
    dialect: 'api',
    read: (snapshot) =>
      readTables(
        snapshot,
        /^telethon_generator\/data\/errors\.csv$/,
        (text) => readDelimited(text, ','),
        (row, path) => {
          const code = row['name'] ?? ''
          const en = cellText((row['description'] ?? '').replace(/\{\w+\}/g, 'X'))
          const status = Math.abs(Number((row['codes'] ?? '').split(' ')[0]))
          return /_X$|_X_/.test(code) || en === ''
            ? undefined
            : { code, zh: '', en, path, ...namedOr(code, status === 420 ? 429 : status) }
        },
      ),
  },
  'qq-bot': {
    repository: 'tencent-connect/bot-docs',
    provider: 'qq-bot',
    dialect: 'api',
    read: (snapshot) =>
      readTables(snapshot, /^docs\/develop\/api-v2\/openapi\/error\/error\.md$/, readMarkdownTables, (row, path) => {
        const code = listOfDigits(row)
        const text = cellOf(row, /含义|说明|描述/)
        const zh = cellText(text.replace(/^[A-Z]\w+\s+/, ''))
        return /^\d{4,}$/.test(code)
          ? { code, ...inLanguage(zh), path, tail: /^[A-Z]\w+/.exec(text)?.[0] ?? code }
          : undefined
      }),
  },
  'tencent-im': {
    repository: 'TencentCloud/TIMSDK',
    provider: 'tencent-im',
    dialect: 'rest',
    read: (snapshot) =>
      readPatterns(
        snapshot,
        /^iOS\/Demo\/Pods\/TXIMSDK_Plus_iOS\/ImSDK_Plus\.framework\/Headers\/TIMErrorCode\.h$/,
        /^\s*(?<name>ERR_SVR_\w+)\s*=\s*(?<code>\d{5,}),\s*\/\/\/< (?<text>.+)$/gm,
        ({ name = '', code = '', text = '' }, path) => ({
          code,
          ...inLanguage(cellText(plain(text))),
          path,
          tail: name.replace('ERR_SVR_', ''),
        }),
      ),
  },
  ucloud: {
    repository: 'UCloudDoc-Team/api',
    provider: 'ucloud',
    dialect: 'api',
    read: (snapshot) =>
      readTables(snapshot, /^(?:\w+-api\/error_code|summary\/public)\.md$/, readMarkdownTables, (row, path) => {
        const code = listOfDigits(row)
        return /^\d{2,}$/.test(code)
          ? { code, ...inLanguage(cellText(cellOf(row, /中文|描述|说明|含义|message/i))), path }
          : undefined
      }),
  },
  logto: {
    repository: 'logto-io/logto',
    provider: 'logto',
    dialect: 'api',
    read: (snapshot) =>
      readPatterns(
        snapshot,
        /^packages\/phrases\/src\/locales\/(?:en|zh-cn)\/errors\/[\w-]+\.ts$/,
        /^ {2}(?<key>\w+):\s*\n?\s*(?<quote>['"`])(?<text>(?:\\.|(?!\k<quote>).)*)\k<quote>,$/gm,
        ({ key = '', text = '' }, path) => ({
          code: `${/([\w-]+)\.ts$/.exec(path)![1]!.replace(/-/g, '_')}.${key}`,
          ...inLanguage(cellText(text.replace(/\\(.)/g, '$1').replace(/`/g, ''))),
          path,
        }),
      ),
  },
  appwrite: {
    repository: 'appwrite/appwrite',
    provider: 'appwrite',
    dialect: 'api',
    read: (snapshot) =>
      readPatterns(
        snapshot,
        /^app\/config\/errors\.php$/,
        /'name' => Exception::(?<name>\w+),\s*'description' => (?<quote>['"])(?<text>(?:\\.|(?!\k<quote>).)*)\k<quote>,\s*'code' => (?<status>\d+)/g,
        ({ name = '', text = '', status }, path) => ({
          code: name.toLowerCase(),
          zh: '',
          en: cellText(text.replace(/\\(.)/g, '$1')),
          path,
          ...namedOr(name, Number(status)),
        }),
      ),
  },
  meilisearch: {
    repository: 'meilisearch/meilisearch',
    provider: 'meilisearch',
    dialect: 'api',
    read: (snapshot) =>
      readPatterns(
        snapshot,
        /^crates\/meilisearch-types\/src\/error\.rs$/,
        /^(?<name>[A-Z]\w+)\s*,\s*(?<type>InvalidRequest|Internal|Auth|System)\s*,\s*(?<status>[A-Z_]+)\s*;/gm,
        ({ name = '', status = '' }, path) => {
          const code = name.replace(/([a-z\d])([A-Z])/g, '$1_$2').toLowerCase()
          return named(code, path, namedOr(name, httpNames[status] ?? 0))
        },
      ),
  },
  commercetools: {
    repository: 'commercetools/commercetools-api-reference',
    provider: 'commercetools',
    dialect: 'http',
    read: (snapshot) =>
      readPatterns(
        snapshot,
        /^api-specs\/[\w-]+\/types\/error\/\w+Error\.raml$/,
        /^discriminatorValue: (?<code>\w+)\s*\ndescription: (?:\|\n\s+)?(?<text>.+)/gm,
        ({ code = '', text = '' }, path) => ({
          code,
          zh: '',
          en: cellText(
            plain(text)
              .replace(/^Returned when /, '')
              .replace(/^\w/, (letter) => letter.toUpperCase()),
          ),
          path,
          ...hinted(hintOfName(code)),
        }),
      ),
  },
  vk: {
    repository: 'VKCOM/vk-api-schema',
    provider: 'vk',
    dialect: 'api',
    read: (snapshot) =>
      readJsonLists<{ errors: Readonly<Record<string, { code: number; description: string }>> }>(
        snapshot,
        /^errors\.json$/,
        ({ errors }, path) =>
          Object.entries(errors).map(([name, { code, description }]) => ({
            code: String(code),
            zh: '',
            en: cellText(description),
            path,
            tail: name.replace('api_error_', ''),
            ...hinted(hintOfName(name.replace('api_error_', ''))),
          })),
      ),
  },
  square: {
    repository: 'square/connect-api-specification',
    provider: 'square',
    dialect: 'api',
    read: (snapshot) =>
      readJsonLists<{
        components: {
          schemas: {
            ErrorCode: { 'x-enum-elements': { name: string; description: string; 'error-category'?: string }[] }
          }
        }
      }>(snapshot, /^api\.json$/, ({ components }, path) =>
        components.schemas.ErrorCode['x-enum-elements'].map(
          ({ name, description, 'error-category': category = '' }) => {
            const en = cellText(plain(description))
            return en === ''
              ? named(name, path, hinted(squareCategories[category]))
              : { code: name, zh: '', en, path, ...hinted(squareCategories[category]) }
          },
        ),
      ),
  },
  portone: {
    repository: 'portone-io/developers.portone.io',
    provider: 'portone',
    dialect: 'api',
    read: (snapshot) =>
      readJsonLists<{
        components: {
          schemas: Readonly<
            Record<
              string,
              { 'x-portone-status-code'?: number; discriminator?: { mapping?: Readonly<Record<string, string>> } }
            >
          >
        }
      }>(snapshot, /^src\/schema\/v2\.openapi\.json$/, ({ components: { schemas } }, path) =>
        Object.entries(schemas)
          .filter(([name]) => name.endsWith('Error'))
          .flatMap(([, { discriminator }]) => Object.entries(discriminator?.mapping ?? {}))
          .map(([code, reference]) =>
            named(code, path, namedOr(code, schemas[reference.split('/').at(-1)!]?.['x-portone-status-code'] ?? 0)),
          ),
      ),
  },
  'supabase-auth': {
    repository: 'supabase/auth',
    provider: 'supabase',
    dialect: 'auth',
    read: (snapshot) =>
      readGoConstants(snapshot, /^internal\/api\/apierrors\/errorcode\.go$/).map(({ code, path }) => named(code, path)),
  },
  'supabase-storage': {
    repository: 'supabase/storage',
    provider: 'supabase',
    dialect: 'storage',
    read: (snapshot) =>
      readPatterns(
        snapshot,
        /^src\/internal\/errors\/codes\.ts$/,
        /^ {2}\w+ = '(?<code>\w+)',$/gm,
        ({ code = '' }, path) => named(code, path),
      ),
  },
  braintree: {
    repository: 'braintree/braintree_node',
    provider: 'braintree',
    dialect: 'validation',
    read: (snapshot) =>
      [...snapshot.read(snapshot.list(/^lib\/braintree\/validation_error_codes\.js$/))].flatMap(([path, text]) => {
        const groups: string[] = []
        return text.split('\n').flatMap((line) => {
          const opened = /^\s*(?:this\.)?(\w+)(?: =|:) \{$/.exec(line)?.[1]
          const row = /^\s*(\w+): "(\d+)",?$/.exec(line)
          if (opened !== undefined) groups.push(opened)
          else if (/^\s*\}[,;]?$/.test(line)) groups.pop()
          if (row === null) return []
          const [, name = '', code = ''] = row
          const given = hintOfName(name)
          const kind =
            given?.reason !== undefined && param.includes(given.reason)
              ? given
              : hint('invalid-parameter', param, /Invalid|Mismatch/.test(name))
          return [
            {
              code,
              zh: '',
              en: `${spellOut(groups.join(' '))}: ${spellOut(name).toLowerCase()}`,
              path,
              names: true,
              tail: name,
              hint: kind,
            },
          ]
        })
      }),
  },
  saleor: {
    repository: 'saleor/saleor',
    provider: 'saleor',
    dialect: 'graphql',
    read: (snapshot) =>
      readPatterns(
        snapshot,
        /^saleor\/graphql\/schema\.graphql$/,
        /^enum \w+ErrorCode[^{]*\{(?<body>[^}]*)\}/gm,
        (groups, path) => named(groups['body'] ?? '', path),
      ).flatMap(({ code: body, path }) =>
        [...body.matchAll(/^\s+([A-Z][A-Z_\d]+)$/gm)].map(([, code = '']) => named(code, path)),
      ),
  },
  discord: {
    repository: 'discord/discord-api-docs',
    provider: 'discord',
    dialect: 'api',
    read: (snapshot) =>
      readPatterns(
        snapshot,
        /^developers\/topics\/opcodes-and-status-codes\.mdx$/,
        /^\| (?<code>\d{5,6})\s*\| (?<text>[^|]+)\|$/gm,
        ({ code = '', text = '' }, path) => ({ code, zh: '', en: cellText(plain(text)), path }),
      ),
  },
  stripe: {
    repository: 'stripe/stripe-go',
    provider: 'stripe',
    dialect: 'api',
    read: (snapshot) =>
      readPatterns(
        snapshot,
        /^error\.go$/,
        /^\s*(?:ErrorCode|DeclineCode)\w+\s+(?:ErrorCode|DeclineCode) = "(?<code>\w+)"$/gm,
        ({ code = '' }, path) => named(code, path),
      ),
  },
}

// Who judges the answers of a run, and what is kept of a verdict: nothing that a request or a body may have as a secret.
import { pathToFileURL } from 'node:url'
import {
  type ApiError,
  apiErrorFrom,
  type Classifier,
  type ClassifierOptions,
  createClassifier,
  type Provider,
  withHosts,
} from '@unifault/core'
import { UserError } from '../errors.ts'
import { cleanWords } from './clean-words.ts'
import { isRecord } from './members.ts'
import type { Exchange } from './record.ts'

/** What a run may say of who judges; plain data, since it is sent to the threads. */
export interface JudgeOptions {
  /** One provider that judges every answer, whatever its host. */
  readonly provider?: string | undefined
  /** Further places of providers, such as `bilibili=proxy.example.com/bili`. */
  readonly at?: readonly string[] | undefined
  /** Files of modules that export providers of the user's own. */
  readonly use?: readonly string[] | undefined
  /** Who reads what no provider claims. */
  readonly fallback?: 'generic' | 'status' | 'none' | undefined
}

/** What is counted of an error. Its code is one of a table, or was cleaned. */
export interface Verdict extends Pick<
  ApiError,
  'category' | 'reason' | 'retry' | 'recovery' | 'provider' | 'code' | 'status' | 'retryAfterMs' | 'isRetryable'
> {
  readonly by: ApiError['matchedBy']['by']
  readonly dialect: string | undefined
  /** No table knows the code. */
  readonly isUnmapped: boolean
  /** The cleaned words of the provider; only of errors whose code no table knows, and where they were asked for. */
  readonly message: string | undefined
}

/** Judges exchanges. */
export interface Judge {
  /** What is counted of the error in an exchange; undefined for a success. Quick: only texts that are kept are cleaned. */
  judge(exchange: Exchange, withMessage?: boolean): Verdict | undefined
  /** The whole error, with all its texts cleaned. */
  whole(exchange: Exchange): ApiError | undefined
}

const mostText = 512
/** For texts that nobody sees. */
const uncleaned =
  () =>
  (text: string, most = mostText) =>
    text.slice(0, most)

function ask(classify: Classifier, exchange: Exchange): ApiError | undefined {
  const { caught, failure, url, method } = exchange
  if (failure !== undefined) return classify.failure(failure, exchange)
  if (!isRecord(caught)) return classify(exchange)
  // An error of unifault's own, as loggers write it, has already been judged.
  const own = isRecord(caught['matchedBy']) ? apiErrorFrom({ ...caught, v: 1, name: 'ApiError' }) : undefined
  return own ?? classify.from({ url, method, ...caught })
}

export async function createJudge(options: JudgeOptions): Promise<Judge> {
  const providers = await providersOf(options)
  const { generic } = await import('@unifault/providers/generic')
  const fallback = { generic, status: 'status', none: false }[options.fallback ?? 'generic'] as
    | Provider
    | 'status'
    | false
  let isUnmapped = false
  // A defect of a provider's function must not hide in a summary, nor stop it: the answer is judged by what else it has.
  const shared: ClassifierOptions = { fallback, onUnknownCode: () => (isUnmapped = true) }
  const whole = createClassifier(providers, shared)
  const quick = createClassifier(providers, { ...shared, redact: uncleaned })

  return {
    whole: (exchange) => ask(whole, exchange),
    judge(exchange, withMessage = false) {
      isUnmapped = false
      let error = ask(withMessage ? whole : quick, exchange)
      if (error === undefined) return undefined
      const isNew = isUnmapped
      if (isNew && !withMessage) error = ask(whole, exchange) ?? error
      const { row } = error.matchedBy
      const isKnown = row !== undefined && !isNew
      return {
        category: error.category,
        reason: error.reason,
        retry: error.retry,
        recovery: error.recovery,
        isRetryable: error.isRetryable,
        provider: error.provider,
        // A row's own code: what a family matched may be anything.
        code: isKnown ? row.code : error.code,
        status: error.status,
        retryAfterMs: error.retryAfterMs,
        by: error.matchedBy.by,
        dialect: error.matchedBy.dialect,
        isUnmapped: isNew,
        message:
          (isNew || withMessage) && error.providerMessage !== undefined ? cleanWords(error.providerMessage) : undefined,
      }
    },
  }
}

/** All providers, and those of the user's modules; one alone where the run names it. */
async function providersOf({ provider, at = [], use = [] }: JudgeOptions): Promise<Provider | Provider[]> {
  const { allProviders } = await import('@unifault/providers/all-providers')
  const known: Provider[] = [...allProviders]
  for (const file of use)
    for (const own of await providersIn(file)) {
      // The user's own stands in place of ours.
      const same = known.findIndex(({ id }) => id === own.id)
      known.splice(Math.max(same, 0), same < 0 ? 0 : 1, own)
    }
  const find = (id: string): Provider => {
    const found = known.find((one) => one.id === id)
    if (found === undefined)
      throw new UserError(`there is no provider ${JSON.stringify(id)}`, {
        expected: 'the id of one, such as bilibili',
      })
    return found
  }
  if (provider !== undefined) return find(provider)
  for (const place of at) {
    const [id = '', where = ''] = place.split(/=(.*)/s)
    if (where === '') throw new UserError(`--at ${place}`, { expected: '<provider>=<host or path>' })
    try {
      const found = find(id)
      known[known.indexOf(found)] = withHosts(found, where)
    } catch (error) {
      if (error instanceof UserError) throw error
      throw new UserError(`--at ${place}: ${(error as Error).message}`)
    }
  }
  return known
}

async function providersIn(file: string): Promise<Provider[]> {
  let exported: object
  try {
    exported = (await import(pathToFileURL(file).href)) as object
  } catch (error) {
    throw new UserError(`cannot be loaded: ${(error as Error).message}`, {
      file,
      expected: 'a module that exports providers',
    })
  }
  const found = Object.values(exported)
    .flat()
    .filter((one): one is Provider => isRecord(one) && typeof one['id'] === 'string' && Array.isArray(one['dialects']))
  if (found.length === 0) throw new UserError('exports no provider', { file, expected: 'what defineProvider makes' })
  return found
}

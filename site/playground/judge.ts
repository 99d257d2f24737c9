// The verdict on a pasted answer, by the packages as they are published. They are loaded when the first answer is judged.
import type { ApiError, Provider, Texts } from '@unifault/core'
import type { Language } from '../words.ts'
import type { PastedAnswer } from './read-pasted.ts'

export interface Verdict {
  /** Undefined: the answer is no error, or nobody judges it. */
  readonly error: ApiError | undefined
  /** Who claims the host of the answer, or was bound. */
  readonly provider: Provider | undefined
  /** What the code means, and what its provider says to do. */
  readonly meaning?: string | undefined
  readonly remedy?: string | undefined
  readonly problems?: { readonly relay: string; readonly gateway: string } | undefined
}

type TextsModule = { readonly texts: Texts }

const textsOfProviders = import.meta.glob<TextsModule>('../../packages/providers/dist/generated/*/texts/*.js')

/** What judges; also the providers, for the list from which one is chosen. */
export interface Judge {
  readonly providers: readonly Provider[]
  judge(answer: PastedAnswer, bound: string | undefined, language: Language): Promise<Verdict>
}

export async function loadJudge(): Promise<Judge> {
  const [core, { allProviders }, { generic }, { words }] = await Promise.all([
    import('@unifault/core'),
    import('@unifault/providers/all-providers'),
    import('@unifault/providers/generic'),
    import('@unifault/providers/words'),
  ])
  const options = { fallback: generic, words }
  const byHost = core.createClassifier(allProviders, options)
  const claimants = allProviders.map((provider) => ({
    provider,
    classify: core.createClassifier([provider], { fallback: false }),
  }))
  return {
    providers: allProviders,
    async judge(answer, bound, language) {
      const known = allProviders.find(({ id }) => id === bound)
      const { url, method } = answer
      const provider =
        known ?? (url === undefined ? undefined : claimants.find(({ classify }) => classify.judges(url))?.provider)
      const classify = known === undefined ? byHost : core.createClassifier(known, options)
      const error =
        answer.failure === undefined
          ? classify({ ...answer, headers: [...answer.headers] })
          : classify.failure({ kind: 'network', error: new Error(answer.failure) }, { url, method })
      if (error === undefined) return { error, provider }
      const texts = await textsFor(error, language)
      const problem = (as: 'relay' | 'gateway'): string => JSON.stringify(core.toProblemDetails(error, as), null, 2)
      return {
        error,
        provider,
        meaning: core.explain(error, texts),
        remedy: core.remedyOf(error, texts),
        problems: { relay: problem('relay'), gateway: problem('gateway') },
      }
    },
  }
}

/** The catalog's texts of the provider in the wanted language, then in the other, then the words of the reasons. */
async function textsFor(error: ApiError, language: Language): Promise<Texts[]> {
  const other = language === 'zh' ? 'en' : 'zh'
  const ofProvider = [language, other].flatMap((one) => {
    const load = textsOfProviders[`../../packages/providers/dist/generated/${error.provider}/texts/${one}.js`]
    return load === undefined ? [] : [load()]
  })
  const ofReasons = language === 'zh' ? import('@unifault/core/texts/zh') : import('@unifault/core/texts/en')
  return (await Promise.all([...ofProvider, ofReasons])).map(({ texts }) => texts)
}

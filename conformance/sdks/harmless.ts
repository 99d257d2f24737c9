// One question, asked of every SDK and every answer: does it do the same with an observing fetch as with the bare one, and is the
// ApiError behind its error found?
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type ApiError, createClassifier } from '@unifault/core'
import { apiErrorOf, wrapFetch, type WrapFetchOptions } from '@unifault/fetch'
import { type Call, record, standStill } from './record.ts'
import type { Answer } from './server.ts'

type Provider = Parameters<typeof createClassifier>[0]

/** What the ApiError says; `undefined` members are compared too. */
type Verdict = Partial<
  Pick<ApiError, 'category' | 'reason' | 'code' | 'status' | 'retryAfterMs' | 'requestId' | 'param'>
>

export interface Case {
  readonly answers: readonly Answer[] | 'refused'
  /** Instead of the SDK's usual call. */
  readonly call?: Call
  /** What stands behind the SDK's error. `undefined`: the call succeeds. `'none'`: it fails by the caller's own doing. */
  readonly verdict?: Verdict | 'none'
  /** What is told to `onError`, in order; by default the verdict, once for each request. `false`: nothing. */
  readonly told?: readonly string[] | false
  /** How the verdict is had from the SDK's error. `'onError'`: the SDK throws nothing, or nothing that says enough. */
  readonly by?: 'apiErrorOf' | 'classify.from' | 'onError'
  readonly options?: WrapFetchOptions
}

/** Registers a test for each case. */
export function harmless(
  sdk: string,
  { provider, call, by }: { readonly provider: Provider; readonly call: Call; readonly by: NonNullable<Case['by']> },
  cases: Readonly<Record<string, Case>>,
): void {
  standStill()
  const classify = createClassifier(provider)
  void describe(sdk, { concurrency: true, timeout: 30_000 }, () => {
    for (const [name, one] of Object.entries(cases))
      void test(name, async () => {
        const told: ApiError[] = []
        const options: WrapFetchOptions = { ...one.options, mode: 'observe', onError: (error) => void told.push(error) }
        const way = one.call ?? call
        const [bare, observed] = await Promise.all([
          record(one.answers, way),
          record(one.answers, way, (fetch) => wrapFetch(fetch, provider, options)),
        ])
        assert.deepEqual(observed.shown, bare.shown)
        assert.deepEqual(observed.log, bare.log)
        assert.equal(observed.count, bare.count)
        const { verdict } = one
        const reasons = told.map(({ reason }) => reason)
        if (one.told !== undefined) assert.deepEqual(reasons, one.told === false ? [] : one.told)
        else if (verdict === undefined || verdict === 'none') assert.deepEqual(reasons, [])
        else
          assert.deepEqual(
            reasons,
            observed.log.filter(isRequest).map(() => verdict.reason),
          )
        if (verdict === undefined) return assert.equal(observed.thrown, undefined)
        if (verdict === 'none') {
          assert.ok(observed.thrown)
          return assert.equal(classify.from(observed.thrown), undefined)
        }
        const how = one.by ?? by
        if (how === 'onError') return matches(told.at(-1), verdict)
        if (how === 'classify.from') assert.equal(apiErrorOf(observed.thrown), undefined, 'apiErrorOf answers too')
        if (how === 'apiErrorOf') matches(apiErrorOf(observed.thrown), verdict)
        // It also answers where `apiErrorOf` does, and for an error that nobody has observed.
        matches(classify.from(observed.thrown), verdict)
        const { category, reason, code } = verdict
        matches(classify.from(bare.thrown), { category, reason, code } as Verdict)
      })
  })
}

function isRequest(line: string): boolean {
  return !line.startsWith('wait ')
}

function matches(error: ApiError | undefined, verdict: Verdict): void {
  assert.ok(error, 'no ApiError is found')
  assert.deepEqual(
    Object.fromEntries(Object.keys(verdict).map((name) => [name, error[name as keyof Verdict]])),
    verdict,
  )
}

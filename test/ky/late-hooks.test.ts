import { apiErrorOf } from '@unifault/core'
import { wrapKy } from '@unifault/ky'
import ky, { type AfterResponseHook, type Options } from 'ky'
import { describe, expect, it, vi } from 'vitest'
import { caught } from '../fetch/caught.ts'
import { house, houseUrl } from '../fetch/house.ts'

const bare = ky.create({ retry: { limit: 1, delay: () => 0 } })
const modes = ['replace', 'attach', 'observe', 'parseJson'] as const
const encoder = new TextEncoder()

/** Lets the rest of the latest late answer come. */
let end = (): void => undefined

/** An answer that has to be handed on before it is known to be an error. */
function late(text: string): Response {
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      controller.enqueue(encoder.encode(text.slice(0, 3)))
      await new Promise<void>((resolve) => (end = resolve))
      controller.enqueue(encoder.encode(text.slice(3)))
      controller.close()
    },
  })
  return new Response(body, { headers: { 'content-type': 'text/plain' } })
}
const fine = (): Response => Response.json({ code: 0 })
const broken = '{"code":"arrears"}'

/** A call whose answers come in order, and whose `afterResponse` hook has the first one; late ones are late for that. */
function call(mode: (typeof modes)[number], answers: (() => Response)[], hook: AfterResponseHook, more: Options = {}) {
  const onError = vi.fn()
  let at = 0
  let hooked = 0
  const api = wrapKy(bare, house, { mode, onError })
  const outcome = api
    .get(houseUrl, {
      ...more,
      fetch: () => Promise.resolve((answers[at++] as () => Response)()),
      hooks: {
        ...more.hooks,
        afterResponse: [
          (state) => {
            end()
            return hooked++ === 0 ? hook(state) : undefined
          },
        ],
      },
    })
    .json()
  return { outcome, onError }
}

describe.each(modes)('in mode %s, a hook that reads an error which comes late', (mode) => {
  const read: AfterResponseHook = async ({ response }) => void (await response.json().catch(() => undefined))

  it('and repeats gets the next answer', async () => {
    const again: AfterResponseHook = async (state) => {
      await read(state)
      return ky.retry()
    }
    expect(await call(mode, [() => late(broken), fine], again).outcome).toEqual({ code: 0 })
  })

  it.each(['at once', 'late'])('and repeats gets the error of the next answer, %s', async (when) => {
    const next = () => (when === 'late' ? late('{"code":"stranger"}') : Response.json({ code: 'stranger' }))
    const again: AfterResponseHook = async (state) => {
      await read(state)
      return ky.retry()
    }
    const { outcome } = call(mode, [() => late(broken), next], again)
    if (mode === 'observe') expect(await outcome).toEqual({ code: 'stranger' })
    else expect(apiErrorOf(await caught(outcome))).toMatchObject({ code: 'stranger' })
  })

  it('and hands on a success gets that', async () => {
    const instead: AfterResponseHook = async (state) => {
      await read(state)
      return fine()
    }
    expect(await call(mode, [() => late(broken)], instead).outcome).toEqual({ code: 0 })
  })

  it('and hands on the same, as a Response of its own, gets the same error, told once', async () => {
    const copy: AfterResponseHook = async (state) => {
      await read(state)
      return new Response(broken)
    }
    const { outcome, onError } = call(mode, [() => late(broken)], copy)
    if (mode === 'observe') return expect(await outcome).toEqual({ code: 'arrears' })
    expect(apiErrorOf(await caught(outcome))).toMatchObject({ code: 'arrears' })
    expect(onError).toHaveBeenCalledTimes(1)
  })

  it('and hands on another error gets that one', async () => {
    const other: AfterResponseHook = async (state) => {
      await read(state)
      return Response.json({ code: 'stranger' })
    }
    const { outcome } = call(mode, [() => late(broken)], other)
    if (mode === 'observe') return expect(await outcome).toEqual({ code: 'stranger' })
    expect(apiErrorOf(await caught(outcome))).toMatchObject({ code: 'stranger' })
  })
})

describe.each(modes)('in mode %s, the parser of a call', (mode) => {
  const parsed = (text: string): unknown => ({ parsed: text })

  it.each([
    ['of the call itself', { parseJson: parsed }],
    ['that an init hook puts in', { hooks: { init: [(of: Options) => void (of.parseJson = parsed)] } }],
  ])('%s reads a late answer, and the one after a repetition', async (_title, more: Options) => {
    const text = '{"code":0}'
    const { outcome } = call(mode, [() => late(text)], () => undefined, { ...more })
    expect(await outcome).toEqual({ parsed: text })
    const again = call(mode, [() => late(text), () => late(text)], () => ky.retry(), { ...more })
    expect(await again.outcome).toEqual({ parsed: text })
    const instead = call(mode, [() => late(text)], () => new Response(text), { ...more })
    expect(await instead.outcome).toEqual({ parsed: text })
  })
})

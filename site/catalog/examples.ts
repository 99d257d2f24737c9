// An answer of each envelope, in the provider's own shape.
import { createClassifier, type Provider } from '@unifault/core'
import { fakeResponse } from '@unifault/core/testing'
import { toFragment } from '../playground/share.ts'
import type { Example } from './page.ts'
import type { PlacedProvider } from './lay-out.ts'

/** So many codes of a dialect are tried, until an answer carries one. */
const mostTries = 12

/** @param playground the path of the playground in the page's language */
export async function examplesOf(placed: PlacedProvider, provider: Provider, playground: string): Promise<Example[]> {
  const classify = createClassifier(provider, { onDefect: () => undefined })
  const found: Example[] = []
  for (const { name, rows } of placed.data.dialects)
    for (const { code } of rows
      .filter(({ reason, when }) => reason !== 'ok' && when === undefined)
      .slice(0, mostTries)) {
      const answer = fake(provider, code)
      if (answer === undefined) continue
      const { status, body } = answer
      const headers = Object.entries(answer.headers)
      const pasted = { url: undefined, method: 'GET', status, headers, body }
      if (classify(pasted)?.matchedBy.dialect !== name) continue
      const fragment = await toFragment({ answer: pasted, provider: provider.id })
      found.push({ dialect: name, status, body, href: `${playground}${fragment ?? ''}` })
      break
    }
  return found
}

function fake(provider: Provider, code: string): ReturnType<typeof fakeResponse> | undefined {
  try {
    return fakeResponse(provider, code)
  } catch {
    return undefined
  }
}

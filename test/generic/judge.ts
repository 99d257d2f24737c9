import { type ApiError, createClassifier } from '@unifault/core'
import { generic } from '@unifault/providers'

/** What was thrown on the way: there must be nothing. */
export const defects: unknown[] = []

const classify = createClassifier([], { fallback: generic, onDefect: ({ error }) => defects.push(error) })

/** What the generic provider makes of an answer of a host that nobody knows. */
export function judge(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): ApiError | undefined {
  return classify({ url: 'https://api.example.com/v1/things', method: 'GET', status, headers, body })
}

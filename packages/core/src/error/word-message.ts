/** The one place that words an ApiError's message: outcome, cause and status; no URL, no advice. */
export function wordMessage(
  provider: string | undefined,
  code: string | undefined,
  reason: string,
  status: number | undefined,
  providerMessage: string | undefined,
): string {
  const who = provider === undefined ? code : code === undefined ? provider : `${provider} ${code}`
  const head = who === undefined ? reason : `${who}: ${reason}`
  const http = status === undefined ? head : `${head} (HTTP ${status})`
  return providerMessage === undefined ? http : `${http}: ${providerMessage}`
}

// By which members an error is told, in this order: in a verdict line by line, and where one error is shown whole.

const common = [
  'category',
  'reason',
  'retry',
  'isRetryable',
  'recovery',
  'provider',
  'code',
  'status',
  'retryAfterMs',
] as const

/** What a line may say of its answer. */
export type LineField = 'ok' | (typeof common)[number] | 'by' | 'isUnmapped' | 'message'

export const lineFields: readonly LineField[] = ['ok', ...common, 'by', 'isUnmapped', 'message']

/** What is shown of an error that stands alone. */
export const shownFields: readonly string[] = [
  ...common,
  'requestId',
  'param',
  'providerMessage',
  'docUrl',
  'matchedBy',
  'request',
]

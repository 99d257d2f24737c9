/** What cures the error, in one word for each way out. */
export type Recovery =
  | 'sign-in'
  | 'refresh-token'
  | 'start-over'
  | 'fix-config'
  | 'ask-user'
  | 'sign-again'
  | 'request-access'
  | 'wait'
  | 'pay'
  | 'fix-request'
  | 'retry'
  | 'report'

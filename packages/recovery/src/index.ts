// advice
export { type Advice, type Because, type Limits, retryAdvice } from './advice.ts'
export { type AxiosRetryForm, forAxiosRetry, forPRetry, forQuery, type PRetryForm, type QueryForm } from './forms.ts'
// recovery
export { createRecovery, type Recovery, type RecoveryOptions, type RunOptions } from './create-recovery.ts'
export type { Fields, Handover, Outgoing, Recoverer } from '@unifault/core/adapter'
export type { Attempt, CoolDownEvent, RecoveryBecause, RecoveryHooks, RefreshEvent, RetryEvent } from './part.ts'
// parts
export { type Repeat, repeat, type RepeatOptions } from './repeat.ts'
export { type Refresh, refresh, type RefreshOptions, type Together } from './refresh.ts'
export { type CoolDown, coolDown, type CoolDownOptions, type CoolDownStore } from './cool-down.ts'
export { memory } from './memory.ts'
export { type Tabs, tabs } from './tabs.ts'
export { type Signing, signing, type SigningContext } from './signing.ts'

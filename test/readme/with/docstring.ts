// What the examples of docstrings have at hand.
import type { wrapFetch } from '@unifault/fetch'
import type { ApiError, Texts } from '@unifault/core'
import type { RefreshOptions } from '@unifault/recovery'
import type { Response as ServerResponse } from 'express'
import type { KyInstance } from 'ky'

export declare const api: KyInstance
export declare const apiFetch: typeof fetch
export declare const attempt: number
export declare const headers: Headers
export declare const observingFetch: ReturnType<typeof wrapFetch<typeof fetch>>
export declare const options: RefreshOptions<string>
export declare const request: { model: string; input: string }
export declare const response: ServerResponse
export declare const sdk: { responses: { create(request: { model: string; input: string }): Promise<unknown> } }
export declare const span: {
  setAttributes(attributes: Record<string, string | number | boolean>): void
  recordException(exception: { name: string; message: string }): void
}
export declare const texts: Texts
export declare const tsv: string
export declare const url: string
export declare const worker: Worker
export declare class Unexpected extends Error {
  constructor(error: unknown)
}
export declare function hmac(text: string): Promise<string>
export declare function log(error: unknown): void
export declare function report(error: ApiError): void
export declare function show(text: string): void
export declare function showHint(param: string | undefined): void
export declare function signIn(): Promise<void>
export declare function tryLater(): void
export declare function waitFor(ms: number | undefined): void

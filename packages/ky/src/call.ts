import type { Classifier, Pass, PerCall } from '@unifault/core'
import { type FetchRequest, readFetchRequest } from '@unifault/fetch/adapter'
import type { Options } from 'ky'
import type { Mode } from './wrap-ky-options.ts'

/** What holds for one call of ky and all its attempts. */
export interface Call {
  readonly classify: Classifier
  readonly mode: Mode
  /** The instance's. */
  readonly pass: Pass | undefined
  readonly perCall: PerCall
  /** ky's options of this call, which later init hooks may still change. */
  readonly options: Options
}

/** A request of this call, with the body as it was before ky made a stream of it. */
export function requestOf({ options }: Call, input: string | URL | Request, init?: RequestInit): FetchRequest {
  return { ...readFetchRequest(input, init), body: options.json ?? options.body ?? undefined }
}

import type { Classifier, Pass } from '@unifault/core'
import type { AxiosInstance } from 'axios'

/** An instance with what judges its answers. */
export interface ExaminedClient {
  readonly instance: AxiosInstance
  readonly classify: Classifier
  readonly pass: Pass | undefined
}

import type { Provider } from '@unifault/core'
import { type DockerRegistryCode, registryCodes } from './generated/docker-registry/codes.ts'

export type { DockerRegistryCode } from './generated/docker-registry/codes.ts'

/**
 * The registry protocol of Docker and OCI, for registries of one's own too (`withHosts`): a list `errors[{code,message,detail}]`.
 * https://distribution.github.io/distribution/spec/api/#errors
 */
export const dockerRegistry: Provider<'docker-registry', DockerRegistryCode> = {
  id: 'docker-registry',
  name: 'Docker registry',
  hosts: ['registry-1.docker.io', 'ghcr.io'],
  docs: 'https://distribution.github.io/distribution/spec/api/#errors',
  dialects: [
    {
      name: 'registry',
      code: 'errors.0.code',
      message: 'errors.0.message',
      requestId: ['@x-request-id', '@docker-request-id'],
      issues: { at: 'errors', code: 'code', message: 'message' },
      codes: registryCodes,
    },
  ],
}

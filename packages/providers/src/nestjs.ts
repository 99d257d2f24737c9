import type { Provider } from '@unifault/core'

/**
 * NestJS (`withHosts`): `statusCode`, `message` (text, or a list where a body is wrong) and `error`, the words of the status.
 * https://docs.nestjs.com/exception-filters
 */
export const nestjs: Provider<'nestjs'> = {
  id: 'nestjs',
  name: 'NestJS',
  docs: 'https://docs.nestjs.com/exception-filters',
  dialects: [
    {
      name: 'api',
      requires: ['statusCode', 'message'],
      message: ['message', 'message.0'],
      issues: { at: 'message' },
      // Words only.
      success: { $status: [200, 201, 202, 204] },
    },
  ],
}

import type { Provider } from '@unifault/core'
import { problemJson } from '@unifault/core/protocols'

/**
 * Spring Boot (`withHosts`): the default record `timestamp`, `status`, `error`, `path`, with a message and the faulty fields where it is
 * configured so; newer services answer with problem details.
 * https://docs.spring.io/spring-boot/reference/web/servlet.html#web.servlet.spring-mvc.error-handling
 */
export const spring: Provider<'spring'> = {
  id: 'spring',
  name: 'Spring Boot',
  docs: 'https://docs.spring.io/spring-boot/reference/web/servlet.html#web.servlet.spring-mvc.error-handling',
  dialects: [
    {
      name: 'default',
      requires: ['timestamp', 'status', 'error', 'path'],
      message: ['errors.0.defaultMessage', 'message', 'error'],
      requestId: ['requestId', '@x-request-id'],
      param: 'errors.0.field',
      issues: { at: 'errors', param: 'field', code: 'code', message: 'defaultMessage' },
      // There are no codes.
      success: { $status: [200, 201, 202, 204] },
    },
    problemJson,
  ],
}

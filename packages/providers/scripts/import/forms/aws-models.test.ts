import { expect, test } from 'vitest'
import { snapshotOf } from '../snapshot.ts'
import { readAwsModels } from './aws-models.ts'

const model = (protocol: string, shapes: object): string =>
  JSON.stringify({ metadata: { protocol, endpointPrefix: 'things' }, shapes })

test('exceptions of the latest version, by protocol, with the first sentence of their documentation', () => {
  const snapshot = snapshotOf({
    'data/things/2020-01-01/service-2.json': model('json', { OldException: { exception: true } }),
    'data/things/2024-01-01/service-2.json': model('query', {
      Thing: {},
      ThingMissing: {
        exception: true,
        error: { code: 'Thing.NotFound', httpStatusCode: 404 },
        documentation: '<p>The thing &quot;x&quot; is gone. Look elsewhere.</p>',
      },
      BusyException: { exception: true, retryable: { throttling: true }, documentation: '' },
    }),
  })
  const entries = readAwsModels(snapshot, /service-2\.json$/)
  expect(entries).toMatchObject([
    { code: 'Thing.NotFound', en: 'The thing "x" is gone', dialect: 'query', hint: { reason: 'not-found' } },
    { code: 'BusyException', en: 'Busy', names: true, hint: { reason: 'throttled' } },
  ])
})

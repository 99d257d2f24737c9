import { expect, test } from 'vitest'
import { snapshotOf } from '../snapshot.ts'
import { cloudSources } from './clouds.ts'

test('Open Telekom Cloud: codes of one service and of a part of it; of several statuses none is a hint', () => {
  const table = [
    '+-------------+--------------------+-----------------------+',
    '| Status Code | Error Code         | Error Message         |',
    '+=============+====================+=======================+',
    '| 404         | SVCSTG.SWR.4040048 | The tag was not found |',
    '+-------------+--------------------+-----------------------+',
    '| 400/404     | SFS.TURBO.0001     | Parameter error       |',
    '+-------------+--------------------+-----------------------+',
    '| 200         | DRS.M00001         | Success               |',
    '+-------------+--------------------+-----------------------+',
  ].join('\n')
  const entries = cloudSources['open-telekom-cloud']!.read(snapshotOf({ 'api-ref/source/error_codes.rst': table }))
  expect(entries.map(({ code, en, hint }) => [code, en, hint?.reason])).toEqual([
    ['SVCSTG.SWR.4040048', 'The tag was not found', 'not-found'],
    ['SFS.TURBO.0001', 'Parameter error', undefined],
  ])
})

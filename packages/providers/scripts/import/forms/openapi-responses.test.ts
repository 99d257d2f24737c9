import { expect, test } from 'vitest'
import { readIssues, readResponseCodes } from './openapi-responses.ts'

test('error ids below a status, with the category for a hint; those of a success are warnings', () => {
  const errors = { '25002': { description: 'A value is wrong. {additionalInfo}', category: 'REQUEST' } }
  const responses = { '200': { 'x-response-codes': { errors } }, '400': { 'x-response-codes': { errors } } }
  expect(readResponseCodes({ paths: { '/a': { get: { responses } } } }, 'a.json')).toMatchObject([
    { code: '25002', en: 'A value is wrong', hint: { reason: 'invalid-parameter' } },
  ])
})

test('an issue with one value beside its description, with the status of the schema above', () => {
  const schema = {
    properties: { issue: { enum: ['NO_SUCH_ORDER'] }, description: { enum: ['The order is not there.'] } },
  }
  expect(readIssues({ components: { schemas: { '404': schema } } }, 'a.json')).toMatchObject([
    { code: 'NO_SUCH_ORDER', en: 'The order is not there', hint: { reason: 'not-found' } },
  ])
})

// Field errors of a gateway of one's own: `issues` says where the list stands, and every error has it in the same shape.
import { defineProvider, isApiError, wrapFetch } from '@unifault/fetch'
import { replay } from './mock/replay.ts'

const gateway = defineProvider({
  id: 'gateway',
  hosts: ['gateway.example.com'],
  dialects: [
    {
      code: 'code',
      message: 'msg',
      issues: { at: 'errors', param: 'field', code: 'rule', message: 'text' },
      success: [0],
      codes: { '4000': 'invalid-parameter' },
    },
  ],
})

replay('https://gateway.example.com/users', {
  body: {
    code: 4000,
    msg: 'The form has errors',
    errors: [
      { field: 'phone', rule: 'min', text: 'too short' },
      { field: 'age', rule: 'number', text: 'not a number' },
    ],
  },
})

const apiFetch = wrapFetch(fetch, gateway)
await apiFetch('https://gateway.example.com/users', { method: 'POST' }).catch((error: unknown) => {
  if (!isApiError(error) || error.category !== 'param') throw error
  for (const { param, message } of error.issues) console.log(`${param}: ${message}`)
})
// prints: phone: too short
// prints: age: not a number

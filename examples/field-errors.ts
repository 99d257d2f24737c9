// Field errors of one's own gateway in a form: `issues` says where the list stands, and every error has it in the same shape.
import { defineProvider, isApiError, wrapFetch } from '@unifault/fetch'

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

const errors = [
  { field: 'phone', rule: 'min', text: 'too short' },
  { field: 'age', rule: 'number', text: 'not a number' },
]
// In life: wrapFetch(fetch, gateway)
const apiFetch = wrapFetch(async () => Response.json({ code: 4000, msg: 'The form has errors', errors }), gateway)

/** What a form library takes: one message per field. */
async function submit(values: object): Promise<Record<string, string | undefined>> {
  try {
    await apiFetch('https://gateway.example.com/users', { method: 'POST', body: JSON.stringify(values) })
    return {}
  } catch (error) {
    if (!isApiError(error) || error.category !== 'param') throw error
    return Object.fromEntries(error.issues.map(({ param = '', message }) => [param, message]))
  }
}

console.log(await submit({ phone: '1', age: 'x' }))
// prints: { phone: 'too short', age: 'not a number' }

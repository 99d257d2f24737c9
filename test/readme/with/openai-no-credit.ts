import { replay } from './replay.ts'

const error = {
  message: 'You exceeded your current quota, please check your plan and billing details.',
  type: 'insufficient_quota',
  param: null,
  code: 'insufficient_quota',
}
replay('https://api.openai.com/v1/responses', { error }, 'application/json', 429)

import type { Provider } from '@unifault/core'
import { type FastapiCode, validationCodes } from './generated/fastapi/codes.ts'

export type { FastapiCode } from './generated/fastapi/codes.ts'

/**
 * FastAPI (`withHosts`): HTTP 422 with the validation list of Pydantic in `detail`; every other refusal has words there.
 * https://fastapi.tiangolo.com/tutorial/handling-errors/
 */
export const fastapi: Provider<'fastapi', FastapiCode> = {
  id: 'fastapi',
  name: 'FastAPI',
  docs: 'https://fastapi.tiangolo.com/tutorial/handling-errors/',
  dialects: [
    {
      name: 'validation',
      requires: { $status: [422, 400] },
      code: 'detail.0.type',
      message: 'detail.0.msg',
      param: ['detail.0.loc.2', 'detail.0.loc.1', 'detail.0.loc.0'],
      issues: { at: 'detail', param: 'loc.1', code: 'type', message: 'msg' },
      codes: validationCodes,
    },
    {
      name: 'plain',
      requires: 'detail',
      message: ['detail', 'detail.message', 'detail.msg'],
      // Words only.
      success: { $status: [200, 201, 202, 204] },
    },
  ],
}

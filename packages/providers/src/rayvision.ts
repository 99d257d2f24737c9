import type { Provider } from '@unifault/core'
import { type RayvisionCode, renderCodes } from './generated/rayvision/codes.ts'

export type { RayvisionCode } from './generated/rayvision/codes.ts'

/**
 * Rayvision Render API (Renderbus, Fox Renderfarm). Success is 200 in the body, and codes that look like HTTP are not:
 * 503 and 504 mean that the thing to add exists already.
 */
export const rayvision: Provider<'rayvision', RayvisionCode> = {
  id: 'rayvision',
  name: 'Rayvision',
  hosts: ['renderbus.com', 'foxrenderfarm.com'],
  docs: 'https://github.com/renderbus/docs_sdk/blob/master/docs/render/error_status.rst',
  dialects: [
    {
      name: 'render',
      // `result` and `serverTime` are in the documents, but not in every answer; `data[].code` is an analysis result.
      code: 'code',
      message: 'message',
      success: [200],
      codes: renderCodes,
    },
  ],
}

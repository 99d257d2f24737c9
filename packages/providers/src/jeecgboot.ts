import type { Provider } from '@unifault/core'
import { type JeecgbootCode, apiCodes } from './generated/jeecgboot/codes.ts'

export type { JeecgbootCode } from './generated/jeecgboot/codes.ts'

/**
 * JeecgBoot back ends (`withHosts`): `success`, `message`, `code`, `result`. 500 is the code of every refusal, so only the words
 * that the project ships give it a meaning.
 * https://help.jeecg.com/java/java/
 */
export const jeecgboot: Provider<'jeecgboot', JeecgbootCode> = {
  id: 'jeecgboot',
  name: 'JeecgBoot',
  docs: 'https://help.jeecg.com/java/java/',
  dialects: [
    {
      name: 'api',
      requires: ['message', 'timestamp'],
      code: 'code',
      message: 'message',
      success: { success: [true] },
      codes: apiCodes,
    },
  ],
}

import type { Provider } from '@unifault/core'

/**
 * The answers that Ant Design Pro agrees on with its back end (`withHosts`): `success`, `errorCode`, `errorMessage`, `showType`. The codes
 * are the back end's own, so without `withCodes` only words tell what they mean.
 * https://umijs.org/docs/max/request
 */
export const antDesignPro: Provider<'ant-design-pro'> = {
  id: 'ant-design-pro',
  name: 'Ant Design Pro',
  docs: 'https://umijs.org/docs/max/request',
  dialects: [
    {
      name: 'api',
      requires: { success: [true, false] },
      code: 'errorCode',
      message: 'errorMessage',
      requestId: 'traceId',
      success: { success: [true] },
    },
  ],
}

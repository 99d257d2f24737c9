import type { Provider } from '@unifault/core'

/**
 * The jump of ThinkPHP's controllers (`withHosts`): `code` 1 is a success and 0 an error, whose words alone tell what it means.
 * https://doc.thinkphp.cn/
 */
export const thinkphp: Provider<'thinkphp'> = {
  id: 'thinkphp',
  name: 'ThinkPHP',
  docs: 'https://doc.thinkphp.cn/',
  messages: [{ match: '请登录后操作', reason: 'unauthenticated' }],
  dialects: [
    {
      name: 'jump',
      requires: ['code', 'msg', 'wait'],
      code: 'code',
      message: 'msg',
      success: [1],
    },
  ],
}

import { words } from '@unifault/providers/words'
import { describe, expect, test } from 'vitest'
import { blocksOf, formOf } from './document.ts'
import { findEntries } from './entries.ts'

/** What the import finds in a document: a line `code | zh | en | fix` a code, and the notes. */
function found(text: string, file = 'errors.txt'): { codes: string[]; notes: string[]; lists: number } {
  const { lists, notes } = findEntries(blocksOf(text, formOf(file, text), file), words)
  return {
    codes: lists.flatMap(({ entries }) =>
      entries.map(({ code, zh, en, fixZh, fixEn }) => [code, zh, en, fixZh || fixEn].join(' | ').replace(/[ |]+$/, '')),
    ),
    notes: notes.map(({ line, text: what }) => `${line}: ${what}`),
    lists: lists.length,
  }
}

describe('the five layouts that the catalog began with', () => {
  test('a Markdown table of code, message and remark, with links, line breaks and a cell too many', () => {
    const text = [
      '# 响应码',
      '',
      '| code | message | 备注 |',
      '|------|---------|------|',
      '| -7 | 请先登录 | |',
      '| 31002 | 购物车已满 | [(WEB)加入购物车](cart.md#加入) | | |',
      '| 31005 | 优惠券已失效 | [(WEB)结算](pay.md)<br/> [(APP)结算](app.md) |',
      '| 31009 | 库存不足 | |',
    ].join('\n')
    expect(found(text).codes).toEqual([
      '-7 | 请先登录',
      '31002 | 购物车已满',
      '31005 | 优惠券已失效',
      '31009 | 库存不足',
    ])
  })

  test('a cell a line, three lines a code, with titles between', () => {
    const text = [
      '错误码',
      '参考:https://docs.acme.example/errors',
      '一、登录接口返回码',
      '描述登录时平台的返回码。',
      '错误码',
      '错误描述',
      'Error Description',
      '20000',
      '参数不合法',
      'Illegal argument',
      '20001',
      '令牌已过期',
      'Token expired',
      '二、通用返回码',
      '错误码',
      '错误描述',
      'Error Description',
      '0',
      '成功',
      'Success',
      '1',
      '未知错误',
      'Unknown error',
      '900',
      '应用不存在',
      'Application not found',
      '转载:https://blog.acme.example/1',
    ].join('\n')
    expect(found(text).codes).toEqual([
      '20000 | 参数不合法 | Illegal argument',
      '20001 | 令牌已过期 | Token expired',
      '0 | 成功 | Success',
      '1 | 未知错误 | Unknown error',
      '900 | 应用不存在 | Application not found',
    ])
  })

  test('a line a code whose two languages nothing but spaces separates', () => {
    const text = [
      'Acme 错误码定义',
      'Error Code Error Description(Chinese) Error Description(English)',
      '0 成功 Success',
      '101 api key无效 Invalid API key',
      '108 无效的order id Invalid order id',
      '110 无效的access token Access token is no longer valid',
      '950 请先调用end_upload接口 begin_upload already called, call end_upload first',
    ].join('\n')
    expect(found(text).codes).toEqual([
      '0 | 成功 | Success',
      '101 | api key无效 | Invalid API key',
      '108 | 无效的order id | Invalid order id',
      '110 | 无效的access token | Access token is no longer valid',
      '950 | 请先调用end_upload接口 | begin_upload already called, call end_upload first',
    ])
  })

  test('a reStructuredText table in columns of wide letters, with names whose low lines have become emphasis', () => {
    const text = [
      '.. _header-n0:',
      '',
      '返回码',
      '======',
      '',
      '====== =========================== ==============',
      '返回码 返回码描述                  说明',
      '====== =========================== ==============',
      '10     FAIL                        失败',
      '20     ORDER\\ *NOT*\\ FOUND         订单不存在',
      '21     COUPON\\ *HAS*\\ BEEN_USED    优惠券已使用',
      '====== =========================== ==============',
    ].join('\n')
    expect(found(text).codes).toEqual(['10 | 失败', '20 | 订单不存在', '21 | 优惠券已使用'])
    const [list] = findEntries(blocksOf(text, 'rst'), words).lists
    expect(list?.entries.map(({ name }) => name)).toEqual(['FAIL', 'ORDER_NOT_FOUND', 'COUPON_HAS_BEEN_USED'])
  })

  test('a Markdown table with remedies', () => {
    const text = [
      '| 错误码 | 说明 | 处理措施 |',
      '| ------ | ---- | -------- |',
      '| -5 | 签名错误 | 检查签名，仍失败请[提交工单](https://acme.example/tickets) |',
      '| 70001 | 缺少参数 shop_id | 请检查请求参数 |',
    ].join('\n')
    expect(found(text).codes).toEqual([
      '-5 | 签名错误 |  | 检查签名，仍失败请提交工单',
      '70001 | 缺少参数 shop_id |  | 请检查请求参数',
    ])
  })

  test('several lists of lines, with remedies in one and English before Chinese in another', () => {
    const text = [
      '公共错误码',
      '',
      '错误码 错误描述 解决方案',
      'PAY_SYS_METHOD 请求方式不支持 请使用POST方式',
      'PAY_ERR_KEY 没有商户Access Key信息 检查商户Access Key',
      '',
      '错误码及描述',
      '',
      '错误码 英文描述 中文描述',
      '-1 busy system 系统繁忙',
      '50004 ShopID or ShopKey error, please check the ShopKey ShopID或者ShopKey错误',
      '50034 The note cant exceed 64 bytes note不能超过64个字节',
    ].join('\n')
    expect(found(text).codes).toEqual([
      'PAY_SYS_METHOD | 请求方式不支持 |  | 请使用POST方式',
      'PAY_ERR_KEY | 没有商户Access Key信息 |  | 检查商户Access Key',
      '-1 | 系统繁忙 | busy system',
      '50004 | ShopID或者ShopKey错误 | ShopID or ShopKey error, please check the ShopKey',
      '50034 | note不能超过64个字节 | The note cant exceed 64 bytes',
    ])
  })
})

describe('other layouts', () => {
  test('text with two lines a code and no captions', () => {
    const text = ['API errors', '1001', 'Invalid token', '1002', 'The token has expired', '1003', 'Too many requests']
    expect(found(text.join('\n')).codes).toEqual([
      '1001 | Invalid token'.replace('| ', '|  | '),
      '1002 |  | The token has expired',
      '1003 |  | Too many requests',
    ])
  })

  test('a row that goes on in the next line', () => {
    const text = [
      'Error codes',
      'E1001: The request is missing',
      'a required parameter',
      'E1002: The access token has expired',
      'E1003: The user does not exist',
    ]
    expect(found(text.join('\n')).codes).toEqual([
      'E1001 |  | The request is missing a required parameter',
      'E1002 |  | The access token has expired',
      'E1003 |  | The user does not exist',
    ])
  })

  test('a Markdown list of codes', () => {
    const text =
      '## Errors\n\n- `invalid_token`: The token is invalid\n- `rate_limited` – Too many requests\n- **`E9`**: Internal error\n'
    expect(found(text, 'errors.md').codes).toEqual([
      'invalid_token |  | The token is invalid',
      'rate_limited |  | Too many requests',
      'E9 |  | Internal error',
    ])
  })

  test('a section for each code', () => {
    const text =
      '# Errors\n\n### 4001 Token expired\n\nGet a new one.\n\n### 4002 Signature invalid\n\nSign again.\n\n### 4003\n\nThe user does not exist.\n'
    expect(found(text, 'errors.md').codes).toEqual([
      '4001 |  | Token expired',
      '4002 |  | Signature invalid',
      '4003 |  | The user does not exist',
    ])
  })

  test('HTML, whose table has a status that spans rows, the code behind it, and its definitions', () => {
    const text = [
      '<html><body><h1>Error codes</h1>',
      '<table><thead><tr><th>HTTP status</th><th>Error code</th><th>Description</th><th>Solution</th></tr></thead><tbody>',
      '<tr><td rowspan="2">403</td><td><code>NoPermission</code></td><td>You are not allowed to do this.</td><td>Ask for it.</td></tr>',
      '<tr><td>QuotaExceeded</td><td>The quota&nbsp;is used up.</td><td></td></tr>',
      '<tr><td colspan="4">Orders</td></tr>',
      '<tr><td>404</td><td>OrderNotFound</td><td>The order<br>does not exist.</td><td></td></tr>',
      '</tbody></table>',
      '<h2>Sign-in errors</h2><dl><dt>login_required</dt><dd>The user must sign in.</dd><dt>consent_required</dt><dd>The user has not given consent.</dd></dl>',
      '</body></html>',
    ].join('\n')
    expect(found(text, 'errors.html').codes).toEqual([
      'NoPermission |  | You are not allowed to do this | Ask for it',
      'QuotaExceeded |  | The quota is used up',
      'OrderNotFound |  | The order does not exist',
      'login_required |  | The user must sign in',
      'consent_required |  | The user has not given consent',
    ])
    const [list] = findEntries(blocksOf(text, 'html'), words).lists
    expect(list?.entries.map(({ line, status }) => [line, status])).toEqual([
      [3, 403],
      [4, 403],
      [6, 404],
      [8, undefined],
      [8, undefined],
    ])
  })

  test('a reStructuredText grid table, a list table and a CSV table', () => {
    const text = [
      'Errors',
      '------',
      '',
      '+-------+--------------------+',
      '| Code  | Description        |',
      '+=======+====================+',
      '| 1001  | The token has      |',
      '|       | expired            |',
      '+-------+--------------------+',
      '| 1002  | Too many requests  |',
      '+-------+--------------------+',
      '',
      '.. list-table:: More errors',
      '   :header-rows: 1',
      '',
      '   * - Error code',
      '     - Message',
      '   * - ``2001``',
      '     - The order does not exist',
      '   * - ``2002``',
      '     - The order exists',
      '       already',
      '',
      '.. csv-table:: Still more errors',
      '   :header: "Error code", "Message"',
      '',
      '   3001, "Server busy, try again"',
      '   3002, Internal error',
    ].join('\n')
    expect(found(text, 'errors.rst').codes).toEqual([
      '1001 |  | The token has expired',
      '1002 |  | Too many requests',
      '2001 |  | The order does not exist',
      '2002 |  | The order exists already',
      '3001 |  | Server busy, try again',
      '3002 |  | Internal error',
    ])
  })

  test.each([
    [
      'errors.csv',
      'Code,Message,HTTP Status,Solution\n1001,"Token expired, get a new one",401,Refresh it\n1002,Order not found,404,\n',
    ],
    [
      'errors.tsv',
      'Code\tMessage\tHTTP Status\tSolution\n1001\tToken expired, get a new one\t401\tRefresh it\n1002\tOrder not found\t404\t\n',
    ],
    [
      'errors.csv',
      'Code;Message;HTTP Status;Solution\n1001;Token expired, get a new one;401;Refresh it\n1002;Order not found;404;\n',
    ],
  ])('%s', (file, text) => {
    expect(found(text, file).codes).toEqual([
      '1001 |  | Token expired, get a new one | Refresh it',
      '1002 |  | Order not found',
    ])
  })

  test('both languages in one cell', () => {
    const text =
      '| 错误码 | 描述 |\n|---|---|\n| 1 | 令牌已过期 / The token has expired |\n| 2 | 订单不存在 / The order does not exist |\n'
    expect(found(text, 'errors.md').codes).toEqual([
      '1 | 令牌已过期 | The token has expired',
      '2 | 订单不存在 | The order does not exist',
    ])
  })

  test('several codes in one cell, and a code that goes on below itself', () => {
    const text =
      '| Error code | Meaning |\n|---|---|\n| 1001, 1002 / 1003 | Token expired |\n| 1004 (GONE) | Order not found |\n| | see below |\n'
    expect(found(text, 'errors.md').codes).toEqual([
      '1001 |  | Token expired',
      '1002 |  | Token expired',
      '1003 |  | Token expired',
      '1004 |  | Order not found',
    ])
  })

  test.each([
    [
      'bars that have lost the rule below the captions',
      [
        'Bank response codes',
        'Code | Response text | Result',
        '00 | Approved | Successful',
        '05 | Do not honour | Fail',
        '51 | Insufficient funds | Fail',
      ],
      ['00', '05', '51'],
    ],
    [
      'bars at the end of each cell, a cell a line',
      [
        'Response Code |',
        'Definition |',
        '0 |',
        'Unknown error |',
        '200 |',
        'Payment declined |',
        '223 |',
        'Expired card |',
      ],
      ['0', '200', '223'],
    ],
    [
      'bars on lines of their own',
      [
        'Reply',
        '|',
        'Description',
        '|',
        '100.051',
        '|',
        'Insufficient funds',
        '|',
        '1300',
        '|',
        'Payment reversed',
        '|',
        '520',
        '|',
        'Internal error',
      ],
      ['100.051', '1300', '520'],
    ],
    [
      'a status before the code, a cell a line',
      [
        'Error codes',
        'HTTP code',
        'ID',
        'Description',
        '401',
        '0',
        'Unauthorized user',
        '403',
        '3',
        'Access denied',
        '429',
        '7',
        'Quota exceeded',
      ],
      ['0', '3', '7'],
    ],
    [
      'a status after the text, a cell a line',
      [
        '| code |',
        '错误描述 |',
        '对应http code |',
        '| 10001 |',
        '参数校验异常 |',
        '401 |',
        '| 10004 |',
        '调用频率超限 |',
        '401 |',
        '40000 - 业务相关',
      ],
      ['10001', '10004'],
    ],
    [
      'a status that spans rows, which has lost them',
      [
        'HTTP status code | 错误码 | 错误信息',
        '401 | Unauthorized | 未授权',
        'ExpiredToken | 令牌已过期',
        '403 | Forbidden | 无权限',
      ],
      ['Unauthorized', 'ExpiredToken', 'Forbidden'],
    ],
    [
      'a status with its words before the code',
      [
        'Status Code Error Code Error Message',
        '400 Bad Request 40002 The operation is not allowed.',
        '401 Unauthorized 40100 The account is unknown.',
      ],
      ['40002', '40100'],
    ],
    [
      'cells that nothing separates',
      ['错误码含义', '100001服务器内部错误', '-4IP没有权限', '更多说明', 'AUTH_101ApiKey 不存在'],
      ['100001', '-4', 'AUTH_101'],
    ],
    [
      'a label before each cell',
      ['# Errors', '', '- Code: `E00000`', '  Message: Unknown error', '- Code: `E00001`', '  Message: Token expired'],
      ['E00000', 'E00001'],
    ],
    [
      'two tables without a line between',
      [
        '| Property | Description |',
        '|---|---|',
        '| code | The label |',
        '| Status Code | Code | Description |',
        '|---|---|---|',
        '| 401 | unauthorized | The credentials are invalid |',
        '| 404 | not_found | The order could not be found |',
      ],
      ['unauthorized', 'not_found'],
    ],
    [
      'constants and their values',
      ['| Error Code | Value |', '|---|---|', '| ERR_INVALID_HANDLE | 1100003 |', '| ERR_OUT_OF_MEMORY | 1100021 |'],
      ['1100003', '1100021'],
    ],
    [
      'names without a text',
      ['| Error Code | HTTP Status |', '|---|---|', '| CONTENT_NOT_FOUND.API | 400 |', '| SYSTEM_ERROR.API | 500 |'],
      ['CONTENT_NOT_FOUND.API', 'SYSTEM_ERROR.API'],
    ],
  ])('%s', (_what, lines, codes) => {
    expect(found(lines.join('\n')).codes.map((line) => line.split(' | ')[0])).toEqual(codes)
  })

  test('a list that repeats the codes of another one is a list of its own', () => {
    const table = (rows: string[]): string => ['| 错误码 | 说明 |', '|---|---|', ...rows].join('\n')
    const one = table(['| 1 | 未知错误 |', '| 2 | 参数错误 |', '| 3 | 签名错误 |'])
    const other = table(['| 1 | 订单不存在 |', '| 2 | 系统繁忙 |', '| 3 | 签名错误 |'])
    expect(found(`${one}\n\n# 支付\n\n${other}\n`, 'errors.md').lists).toBe(2)
    expect(found(`${one}\n\n# 支付\n\n${one}\n`, 'errors.md').lists).toBe(1)
  })
})

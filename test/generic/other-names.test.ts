import { describe, expect, test } from 'vitest'
import { defects, judge } from './judge.ts'

/** Names of other languages for an error, its words and its flag, and what they say. */
const failures: readonly (readonly [body: unknown, reason: string, code?: string])[] = [
  [{ sucesso: false, mensagem: 'Token expirado' }, 'token-expired'],
  [{ sucesso: false, codigo: 'E42', mensagem: 'Parâmetro inválido' }, 'invalid-parameter', 'E42'],
  [{ exito: false, mensaje: 'El usuario no existe' }, 'not-found'],
  [{ estado: '12', mensaje: 'faltan parámetros' }, 'missing-parameter', '12'],
  [{ estado: 'error', mensaje: 'Acceso denegado' }, 'permission-denied'],
  [{ status: 'ERRO', mensagem: 'Token inválido' }, 'token-invalid'],
  [{ status: 'Fehler', meldung: 'Ungültiges Token' }, 'token-invalid'],
  [{ statut: 'erreur', message: 'Accès refusé' }, 'permission-denied'],
  [{ statut: 'nok', message: 'Accès refusé' }, 'permission-denied'],
  [{ success: false, erro: 'Acesso negado' }, 'permission-denied'],
  [{ success: false, erreur: 'Accès refusé' }, 'permission-denied'],
  [{ success: false, fehler: 'Zugriff verweigert' }, 'permission-denied'],
  [{ status: '失败', msg: '请先登录' }, 'unauthenticated'],
]

describe('an envelope is read under the names of other languages', () => {
  for (const [body, reason, code] of failures)
    test(JSON.stringify(body), () => {
      expect(judge(200, body)).toMatchObject({ reason, code })
      // A record has a key of its own.
      expect(judge(200, { ...(body as object), id: 7, nome: 'x', precio: 3 })).toBeUndefined()
    })
})

describe('a record with such names is none', () => {
  for (const body of [
    { cep: '01001-000', logradouro: 'Praça da Sé', estado: 'SP' },
    { mensagem: 'Bem-vindo' },
    { mensaje: 'Historial limpiado' },
    { sucesso: true, mensagem: 'Token expirado foi removido' },
    { estado: 'activo', mensaje: 'Falta un paso' },
    { errores: [], datos: [1] },
    { erro: null, dados: { id: 1 } },
    { codigo: '42', descripcion: 'Tornillo', precio: 3 },
    { codigo: '404', descripcion: 'Peugeot 404', precio: 12 },
    { codigo: '500', mensaje: 'Fiat 500', nombre: 'Fiat' },
  ])
    test(JSON.stringify(body), () => {
      expect(judge(200, body)).toBeUndefined()
    })
})

describe('the words of a failure are read where the data or the error hold them', () => {
  for (const [body, reason, code] of [
    [{ success: false, data: 'You are not logged in' }, 'unauthenticated', undefined],
    [{ success: false, data: { message: 'Invalid token', code: 'jwt_bad' } }, 'token-invalid', 'jwt_bad'],
    [
      { success: false, data: { error: { code: 'E_PERMISSION', message: 'Permission denied' } } },
      'permission-denied',
      'E_PERMISSION',
    ],
    [{ success: false, data: [{ code: 'not_found', message: 'No such post' }] }, 'not-found', 'not_found'],
    [{ code: 404, data: { message: 'key not found' } }, 'not-found', '404'],
    [{ code: 500, data: { status: 'Failed', message: '账户余额不足' } }, 'payment-required', '500'],
    [
      { meta: { api_version: '3.0', code: 404, error: { message: 'Results not found', type: 'itemNotFound' } } },
      'not-found',
      'itemNotFound',
    ],
    [{ status: 201001, status_info: { message: '登录凭证已过期', detail: {} }, data: {} }, 'token-expired', '201001'],
    [
      { success: false, code: 'VALIDATION_ERROR', message: 'Invalid input', error: { type: 'ValidationError' } },
      'invalid-parameter',
      'VALIDATION_ERROR',
    ],
    [{ status: 10, msg: '用户未登录,请登录' }, 'unauthenticated', '10'],
    [{ error: 1, message: 'No URL' }, 'not-found', '1'],
    [
      '<?xml version="1.0"?><response><error>1</error><message>URL is missing</message></response>',
      'missing-parameter',
      '1',
    ],
    [
      '<?xml version="1.0"?><Response><Error><Number>6</Number><Message>Action not found</Message></Error></Response>',
      'not-found',
      '6',
    ],
    [{ msg: '不存在的访问请求', resid: 100, status: 'error' }, 'not-found', undefined],
    [
      { status: false, platform: 'x', endpoint: '/y/', message: '参数错误', list: null },
      'invalid-parameter',
      undefined,
    ],
    [{ error: 'Unexpected endpoint or method. (POST /chat/completions)' }, 'unsupported', undefined],
  ] as const)
    test(JSON.stringify(body), () => {
      const headers = typeof body === 'string' ? { 'content-type': 'text/xml' } : {}
      const found = judge(200, body, headers)
      expect(found?.reason).toBe(reason)
      expect(found?.code).toBe(code)
    })
})

describe('data that were asked for are no words of a failure', () => {
  for (const body of [
    { code: 404, data: { message: 'key not found', url: 'https://example.com', hits: 3 } },
    { code: 500, data: { amount: 3, message: 'invalid' } },
    { status: 10, msg: 'Not found', data: { id: 1 } },
    { status: 10, msg: '10 of 10 done' },
    { error: 1, message: '任务已提交' },
    { error: 1, warning: 3, message: '1 file has an error' },
    { error: 1, success: 4, message: '1 of 5 is left' },
    { error: 0, message: 'Not found is 404' },
    { status: 'error', message: 'The last build failed', log: 'https://ci.example.com/1', stage: 'test' },
    { status: false, platform: 'x', endpoint: '/y/', message: 'off' },
    { result: false, left: '1', right: '2', message: 'values do not match' },
    '<response><error>0</error></response>',
  ])
    test(JSON.stringify(body), () => {
      const headers = typeof body === 'string' ? { 'content-type': 'text/xml' } : {}
      expect(judge(200, body, headers)).toBeUndefined()
    })
})

test('what is running already is in progress, not there twice', () => {
  for (const word of ['already_running', 'ALREADY_IN_PROGRESS', 'JobAlreadyStarted'])
    expect(judge(409, { ok: false, status: word })).toMatchObject({ reason: 'in-progress', retry: 'after-wait' })
})

test('nothing is thrown on the way', () => {
  expect(defects).toEqual([])
})

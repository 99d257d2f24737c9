import { describe, expect, test } from 'vitest'
import { defects, judge } from './judge.ts'

/** What houses write in languages that the learned words have not seen: the reason, and the statuses under which they write it. */
const sentences: readonly (readonly [reason: string, statuses: readonly number[], ...sentences: string[]])[] = [
  [
    'token-expired',
    [200, 401],
    '토큰이 만료되었습니다.',
    'JWT 토큰이 만료되었습니다',
    'トークンの有効期限が切れています',
    'セッションが切れました',
    'Токен истёк',
    'Das Token ist abgelaufen',
    'Le token est expiré',
    'El token ha expirado',
    'Token expirado',
    'Il token è scaduto',
  ],
  [
    'token-invalid',
    [200, 401],
    '유효하지 않은 토큰입니다.',
    '無効なトークンです',
    'Недействительный токен',
    'Ungültiges Token',
    'Token invalide',
    'El token no es válido.',
    'Token inválido',
    'Token non valido',
  ],
  [
    'unauthenticated',
    [200, 401],
    '로그인이 필요합니다.',
    'ログインしてください',
    'Требуется авторизация',
    'Bitte melden Sie sich an',
    'Veuillez vous connecter',
    'Inicia sesión para continuar',
    'Faça login para continuar',
  ],
  [
    'permission-denied',
    [200, 403],
    '권한이 없습니다.',
    '管理者のみ実行できます。',
    'この操作の権限がありません',
    'Доступ запрещен',
    'Zugriff verweigert',
    'Accès refusé',
    'Acceso denegado',
    'Acesso negado',
    'Accesso negato',
  ],
  [
    'not-found',
    [200, 400, 404],
    '존재하지 않는 사용자입니다.',
    '게시글을 찾을 수 없습니다.',
    'ユーザーが見つかりません',
    'Пользователь не найден',
    'Produkt nicht gefunden',
    'Utilisateur introuvable',
    'El objeto no existe',
    'Entidade não encontrada',
    'Utente non trovato',
  ],
  [
    'already-exists',
    [200, 400, 409],
    '이미 존재하는 팔로우입니다.',
    'このメールアドレスは既に登録されています',
    'Пользователь уже существует',
    'Dieser Benutzer existiert bereits',
    'Cet utilisateur existe déjà',
    'El usuario ya existe.',
    'Usuário já existe',
  ],
  [
    'missing-parameter',
    [200, 400, 422],
    '필수 파라미터가 누락되었습니다',
    '必須パラメータが不足しています',
    '必須項目が不足しています',
    'Поле email обязательно',
    'Das Feld E-Mail ist erforderlich',
    'Le champ password est obligatoire.',
    'El campo nombre es obligatorio',
    'O campo nome é obrigatório',
    'Il campo nome è obbligatorio',
  ],
  [
    'credentials-invalid',
    [200, 400, 401],
    '비밀번호가 일치하지 않습니다.',
    'パスワードが間違っています',
    'Неправильный логин или пароль',
    'Falsches Passwort',
    'Mot de passe incorrect',
    'Contraseña incorrecta',
    'Senha incorreta',
  ],
  [
    'throttled',
    [200, 429],
    '요청이 너무 많습니다.',
    'リクエストが多すぎます',
    'Слишком много запросов',
    'Zu viele Anfragen',
    'Trop de requêtes. Attendez 60 secondes.',
    'Demasiadas solicitudes',
    'Muitas requisições',
    'Troppe richieste',
  ],
]

describe('sentences of other languages mean what they mean in English', () => {
  for (const [reason, statuses, ...said] of sentences)
    for (const message of said)
      for (const status of statuses)
        test(`${status} ${message}`, () => {
          const body = status < 400 ? { success: false, message } : { message }
          expect(judge(status, body)).toMatchObject({ reason, providerMessage: message })
        })
})

describe('what went well in another language stays a success', () => {
  for (const message of [
    '토큰이 설정되었습니다.',
    '토큰이 갱신되었습니다',
    '게시글이 성공적으로 삭제되었습니다.',
    '요청에 성공하였습니다.',
    'ログインが完了しました。',
    'ログインすると複数デバイスでの状態共有が可能になります',
    'ログイン処理を開始しました。',
    '問題はありません',
    'Ключ успешно удален.',
    'Konto erfolgreich gesperrt',
    'Mot de passe modifié avec succès',
    'Registro exitoso',
    'Usuário bloqueado com sucesso',
    'Objeto eliminado correctamente',
  ])
    for (const body of [
      { message },
      { status: 'success', message },
      { success: true, message },
      { code: 200, message, data: { id: 1 } },
      { code: 0, message },
      { message, id: 7 },
    ])
      test(JSON.stringify(body), () => {
        expect(judge(200, body)).toBeUndefined()
      })
})

test('English and Chinese are read as before, whatever words of other languages resemble theirs', () => {
  expect(judge(400, { message: 'The compte is invalid' })).toMatchObject({ reason: 'invalid-parameter' })
  expect(judge(200, { code: 1001, msg: '请先登录' })).toMatchObject({ reason: 'unauthenticated' })
  expect(judge(401, { message: 'Token has expired' })).toMatchObject({ reason: 'token-expired' })
})

test.each([
  'OTP sent. It expires in 5 minutes',
  'Verification email sent. The link expires in 24 hours.',
  'Your card expires in 30 days',
  'Key expires never',
  'Coupon expire date updated',
])('English that looks towards a date is no French of one that is over: %s', (message) => {
  for (const body of [
    { errcode: 0, errmsg: message },
    { code: 1, msg: message, data: { list: [1] } },
  ])
    expect(judge(200, body)).toBeUndefined()
})

test('of a long text only the beginning is read', () => {
  const before = performance.now()
  judge(400, { message: '유효하지 않은 토큰 '.repeat(50_000) })
  judge(400, { message: 'não encontrado '.repeat(50_000) })
  judge(400, { message: 'ошибка'.repeat(100_000) })
  expect(performance.now() - before).toBeLessThan(1000)
  expect(defects).toEqual([])
})

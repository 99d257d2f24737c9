/*
 * What the words of errors are in languages that the learned words have not seen, as English: stems rather than words, since
 * endings follow cases. A sentence is not translated; what is left of it is enough to be read. Longer pieces come first.
 */

type Piece = readonly [english: string, pieces: string]

/** Korean, by its stems. */
const korean: readonly Piece[] = [
  ['invalid', '유효하지 ?않|올바르지 ?않|잘못된|잘못 ?되었|적절하지 ?않|비정상'],
  ['does not exist', '존재하지 ?않'],
  ['not found', '찾을 ?수 ?없|조회되지 ?않'],
  ['please log in', '로그인(?:이|을)? ?(?:필요|해 ?주|하세요|후)'],
  ['unauthorized', '인증되지 ?않|인증이 ?필요|인증에 ?실패|인증 ?실패'],
  ['permission denied', '권한이? ?(?:없|부족|잘못)|접근이? ?(?:거부|불가|제한)'],
  ['already exists', '이미 ?(?:존재|등록|가입|사용|처리|신청)|중복'],
  ['incorrect password', '(?:비밀번호|패스워드)[가는을를이]? ?(?:일치하지 ?않|틀렸|틀립|맞지 ?않|올바르지 ?않)'],
  ['password', '비밀번호|패스워드'],
  ['not match', '일치하지 ?않'],
  ['account disabled', '(?:탈퇴|정지|차단|휴면) ?(?:된|한|중인)? ?(?:계정|회원|사용자)'],
  ['missing required parameter', '필수 ?(?:값|항목|파라미터|매개변수|입력|요청)'],
  ['is required', '필수|필요합니다|입력해 ?주|입력하세요'],
  ['missing', '누락|비어 ?있'],
  ['too many requests', '요청이? ?(?:너무 ?많|과도)|요청 ?(?:횟수|한도)[가를을이]? ?초과|너무 ?많은 ?요청'],
  ['limit exceeded', '(?:한도|횟수|제한)[가를을이]? ?초과'],
  ['timed out', '시간[이가]? ?초과|응답이 ?없'],
  ['exceeded', '초과'],
  ['insufficient balance', '잔액[이가]? ?부족|포인트[가이]? ?부족'],
  ['insufficient', '부족'],
  ['try again later', '잠시 ?후|다시 ?시도'],
  ['under maintenance', '점검'],
  ['internal server error', '서버[ 에의]{0,3}(?:내부 ?)?(?:오류|에러|문제)|내부 ?(?:서버 ?)?(?:오류|시스템|에러)'],
  ['error', '오류|에러'],
  ['failed', '실패'],
  ['not supported', '지원하지 ?않|지원되지 ?않'],
  ['not allowed', '허용되지 ?않|허용하지 ?않|금지'],
  ['cannot', '할 ?수 ?없|불가'],
  ['expired', '만료'],
  ['no data found', '(?:데이터|결과|내역|정보)[가이]? ?없습'],
  ['not', '없습|않습|아닙|없는'],
  ['successfully', '성공|완료|정상'],
  ['token', '토큰'],
  ['login', '로그인'],
  ['authentication', '인증'],
  ['signature', '서명'],
  ['request', '요청'],
  ['parameter', '파라미터|매개변수|변수'],
  ['format', '형식'],
  ['value', '값'],
  ['user', '사용자|회원|유저'],
  ['account', '계정'],
]

/** Japanese, only where a text has kana: its Han alone are Chinese to the reader. */
const japanese: readonly Piece[] = [
  ['please log in', 'ログイン(?:が必要|して(?:ください|下さい|いません)|後に|されていません)|未ログイン'],
  ['unauthorized', '認証(?:に失敗|できません|が必要|エラー|されていません)'],
  ['incorrect password', 'パスワードが(?:間違|違|正しく|一致し)[^。]{0,6}'],
  [
    'permission denied',
    '権限が(?:ありません|ない|不足)|アクセス(?:が拒否|できません|権)|管理者のみ|許可されて(?:いません|いない)',
  ],
  ['does not exist', '存在しま?せ?ない?ん?|存在していません'],
  ['not found', '見つかりません(?:でした)?|みつかりません|見つからない'],
  ['already exists', '(?:既に|すでに)(?:存在|登録|使用|使われ|申請)|登録済み|重複'],
  ['already in progress', '(?:既に|すでに)?実行中|処理中'],
  [
    'missing required parameter',
    '必須(?:項目|パラメー?ター?|入力|フィールド|の)[^。]{0,30}?(?:不足|未入力|ありません|指定)',
  ],
  ['is required', '必須|が必要(?:です)?|(?:入力|指定|選択)して(?:ください|下さい)|未入力'],
  [
    'token expired',
    'トークンの?(?:有効)?期限(?:が|は)?(?:切れ|過ぎ)[^。]{0,4}|セッションが?(?:切れ|タイムアウト|期限切れ)',
  ],
  ['expired', '期限切れ|期限が(?:切れ|過ぎ)|有効期限'],
  ['invalid', '不正[なで]?|無効[なで]?|正しくありません|正しくない|誤り|間違'],
  ['too many requests', 'リクエストが?(?:多すぎ|制限|の上限)|アクセスが集中|回数[^。]{0,6}(?:超え|上限|制限)'],
  ['limit exceeded', '上限(?:を超え|に達し)|制限を超え|超過'],
  ['insufficient balance', '残高が?(?:不足|足り)|ポイントが?(?:不足|足り)'],
  ['missing', '不足|足りません'],
  ['under maintenance', 'メンテナンス'],
  ['busy, try again later', '混み合って|混雑|しばらく(?:して|経って|お待ち|時間)'],
  ['timed out', 'タイムアウト'],
  ['internal error', '(?:内部|システム|サーバー?|予期(?:し|せ)[^。]{0,4})の?エラー|エラーが発生'],
  ['not supported', '対応して(?:いません|いない)|サポートされて(?:いません|いない)'],
  ['no problem', '(?:問題|エラー|異常)[はが]?(?:ありません|なし)'],
  ['no data found', '(?:データ|結果|情報|該当)[はがの]?[^。]{0,4}(?:ありません|なし)'],
  ['failed', '失敗(?:し|$)?|エラー'],
  ['cannot', 'できません(?:でした)?|できない'],
  ['not', 'ません|ありません'],
  ['forbidden', '禁止'],
  ['successfully', '成功|完了|正常'],
  ['token', 'トークン'],
  ['password', 'パスワード'],
  ['login', 'ログイン'],
  ['signature', '署名'],
  ['request', 'リクエスト'],
  ['parameter', 'パラメー?ター?|引数'],
  ['format', '形式'],
]

/** Russian and its kin, with the rest of each word. */
const russian: readonly Piece[] = [
  ['not found', 'не найден|не обнаружен'],
  ['does not exist', 'не существу'],
  ['already exists', 'уже (?:существу|зарегистрир|занят|использ)'],
  ['please log in', '(?:требуется|необходим[ао]?|нужн[ао]) (?:авториз|аутентиф|вход|войти)|не авторизован|войдите'],
  ['permission denied', 'недостаточно прав|нет (?:доступа|прав)|доступ (?:запрещ|закрыт|огранич|отказ)'],
  [
    'incorrect login or password',
    'неправильн[^ ]{0,3} (?:логин|пароль|имя)[^.]{0,24}|неверн[^ ]{0,3} (?:логин|пароль|имя)[^.]{0,24}',
  ],
  ['too many requests', 'слишком (?:много|часто)(?: запрос)?|превышен[^ ]{0,3} (?:лимит|количество|частота) запрос'],
  ['limit exceeded', 'превышен[^ ]{0,3} (?:лимит|квот)|лимит[^ ]{0,3} (?:превыш|исчерп)'],
  ['insufficient funds', 'недостаточно (?:средств|денег)'],
  ['insufficient', 'недостаточно'],
  ['internal server error', 'внутренн[^ ]{0,4} ошибк|ошибк[^ ]{0,3} сервер'],
  ['timed out', 'время ожидания|таймаут'],
  ['try again later', 'попробуйте (?:позже|снова|еще|ещё)|повторите'],
  ['unavailable', 'недоступ'],
  ['invalid', 'недействител|неверн|некоррект|неправильн|недопустим'],
  ['expired', 'истек|истёк|просроч'],
  ['is required', 'обязател|не указан|не заполнен|не передан|отсутству'],
  ['failed', 'не удалось'],
  ['not supported', 'не поддержива'],
  ['forbidden', 'запрещен|запрещён'],
  ['blocked', 'заблокирован'],
  ['already', 'уже'],
  ['error', 'ошибк'],
  ['successfully', 'успешн'],
  ['token', 'токен'],
  ['password', 'парол'],
  ['signature', 'подпис'],
  ['parameter', 'параметр'],
  ['field', 'пол[еяю](?![а-я])'],
  ['format', 'формат'],
  ['type', 'тип'],
  ['user', 'пользовател'],
  ['request', 'запрос'],
  ['key', 'ключ'],
]

/** German, French, Spanish, Portuguese and Italian: whole words, none of them English. */
const latin: readonly Piece[] = [
  [
    'not found',
    'nicht gefunden|introuvables?|non trouv[ée]e?s?|no (?:se )?encontr(?:ad[oa]s?|ó|aron)|n[ãa]o encontrad[oa]s?|non trovat[oaie]',
  ],
  ['does not exist', "existiert nicht|n['’]existe pas|(?:no|n[ãa]o) existe[nm]?|non esiste"],
  [
    'already exists',
    'existiert bereits|bereits (?:vorhanden|vergeben|registriert)|existe d[ée]j[àa]|d[ée]j[àa] utilis[ée]e?s?|(?:ya|j[áa]) (?:existe[nm]?|est[áa] (?:registrad|cadastrad|suscrit)[oa]|cadastrad[oa])|gi[àa] esistente',
  ],
  [
    'please log in',
    'bitte (?:melden sie sich an|anmelden|einloggen)|nicht (?:angemeldet|eingeloggt)|anmeldung erforderlich|veuillez vous connecter|(?:vous devez|doit) [êe]tre connect[ée]e?|authentification requise|autorisation requise|non authentifi[ée]e?|inici[ae]r? sesi[óo]n|(?:no|n[ãa]o) autenticad[oa]|fa[çc]a (?:o )?login|accesso richiesto',
  ],
  ['unauthorized', 'nicht autorisiert|non autoris[ée]e?|(?:no|n[ãa]o) autorizad[oa]|non autorizzat[oa]'],
  [
    'permission denied',
    'zugriff verweigert|keine (?:berechtigung|zugriffsrechte|rechte)|nicht berechtigt|acc[èe]s (?:refus[ée]|interdit)|acceso denegado|acesso negado|accesso negato|(?:no (?:tienes?|tiene)|sin|sem|n[ãa]o (?:tem|possui)) permis(?:os?|s[ãa]o|s[õo]es)',
  ],
  ['token is missing', '(?:nenhum|ning[úu]n) token|token (?:n[ãa]o|no) (?:informad|fornecid|proporcionad|enviad)[oa]'],
  [
    'incorrect password',
    'falsches passwort|passwort (?:ist )?falsch|mot de passe (?:est )?(?:incorrect|invalide|erron[ée])|contrase[ñn]a (?:es )?(?:incorrecta|inv[áa]lida)|senha (?:est[áa] )?(?:incorreta|inv[áa]lida)',
  ],
  ['password', 'passwort|kennwort|mot de passe|contrase[ñn]as?|senha'],
  ['credentials', 'anmeldedaten|zugangsdaten|identifiants|credenciales|credenciais|credenziali'],
  [
    'too many requests',
    'zu viele anfragen|trop de (?:requ[êe]tes|demandes|tentatives)|demasiad[oa]s (?:solicitudes|peticiones|intentos)|muitas (?:requisi[çc][õo]es|solicita[çc][õo]es|tentativas)|troppe richieste',
  ],
  [
    'limit exceeded',
    'limit [üu]berschritten|limite (?:d[ée]pass[ée]e|atteinte|excedid[oa]|atingid[oa]|superad[oa])|l[íi]mite (?:excedido|superado|alcanzado)',
  ],
  [
    'insufficient balance',
    'guthaben (?:nicht ausreichend|reicht nicht)|solde insuffisant|saldo insuficiente|saldo insufficiente',
  ],
  ['insufficient', 'nicht ausreichend|insuffisante?s?|insuficientes?'],
  ['not valid', 'nicht g[üu]ltig|non valides?|(?:no|n[ãa]o) (?:es |[ée] |son )?v[áa]lid[oa]s?|non (?:è )?valid[oa]'],
  ['invalid', 'ung[üu]ltige?[srnm]?|invalides?|inv[áa]lid[oa]s?|erron[ée]e?s?|fehlerhafte?[srnm]?'],
  ['incorrect', 'incorrectes?|incorrect[oa]s?|incorret[oa]s?|falsche?[srnm]?'],
  ['expired', 'abgelaufene?[srnm]?|expirée?s?|expirad[oa]s?|caducad[oa]s?|vencid[oa]s?|scadut[oa]'],
  [
    'is required',
    'erforderlich|pflichtfeld|mu(?:ss|ß) ausgef[üu]llt|obligatoires?|requise?s?|obligatori[oa]s?|obrigat[óo]ri[oa]s?|requerid[oa]s?|obbligatori[oa]|informe (?:uma?|o|a)',
  ],
  ['missing', 'fehlt|fehlen|fehlende?[srnm]?|manquante?s?|faltan?|faltando|mancante'],
  [
    'internal server error',
    'interner (?:server)?fehler|serverfehler|erreur (?:interne|serveur|du serveur)|err(?:or|o|ore) intern[oa]|erro no servidor|error del servidor',
  ],
  ['unavailable', 'nicht verf[üu]gbar|indisponibles?|no disponible|indispon[íi]vel|non disponibile'],
  ['under maintenance', 'wartungsarbeiten|wartung|en maintenance|em manuten[çc][ãa]o|en mantenimiento'],
  ['not supported', 'nicht unterst[üu]tzt|non support[ée]e?s?|(?:no|n[ãa]o) (?:soportad|suportad|admitid)[oa]s?'],
  ['not allowed', 'nicht (?:erlaubt|zul[äa]ssig)|(?:no|n[ãa]o) permitid[oa]s?|interdite?s?|non consentito'],
  ['blocked', 'gesperrte?[srnm]?|bloqu[ée]e?s?|bloquead[oa]s?'],
  ['failed', 'fehlgeschlagen|gescheitert|[ée]chou[ée]e?|[ée]chec|fall[óo]|falhou|falha'],
  ['error', 'fehler|erreurs?|erros?|errores|errore'],
  ['cannot', 'kann nicht|konnte nicht|ne peut pas|impossible de|no se p(?:uede|udo)|n[ãa]o (?:foi poss[íi]vel|pode)'],
  ['already', 'bereits|d[ée]j[àa]|ya (?:est[áa]|fue|ha)|j[áa] (?:est[áa]|foi)'],
  ['successfully', 'erfolgreich|avec succ[èe]s|con [ée]xito|com sucesso|correctamente|exitos[oa](?:mente)?'],
  ['input', 'eingabe|eingaben'],
  ['field', 'feld|champs?|campos?'],
  ['parameter', 'param[èe]tres?|par[áa]metros?|par[âa]metros?|parametri'],
  ['request', 'anfrage|requ[êe]te|solicitud|requisi[çc][ãa]o'],
  ['key', 'schl[üu]ssel|cl[ée]|clave|chave'],
  ['user', 'benutzer|utilisateur|usuario|usu[áa]rio|utente'],
  ['account', 'konto|compte|cuenta|conta'],
]

const spaced = (pieces: readonly Piece[], ending: string): readonly (readonly [string, RegExp])[] =>
  pieces.map(([english, piece]) => [` ${english} `, new RegExp(`(?:${piece})${ending}`, 'gi')])

/** Words between signs that are no letters, with accents or without. */
const bounded = latin.map(
  ([english, piece]) => [` ${english} `, new RegExp(`(?<![a-zà-ÿ])(?:${piece})(?![a-zà-ÿ])`, 'gi')] as const,
)
const anyLatin = new RegExp(`(?<![a-zà-ÿ])(?:${latin.map(([, piece]) => piece).join('|')})(?![a-zà-ÿ])`, 'i')

const tongues = [
  [/[\uac00-\ud7a3]/, spaced(korean, '')],
  [/[\u3040-\u30ff]/, spaced(japanese, '')],
  [/[\u0400-\u04ff]/, spaced(russian, '[а-яё]{0,16}')],
  [anyLatin, bounded],
] as const

const mostRead = 400
let lastText = ''
let lastEnglish = ''

/** A text with what it says of an error in English; the same text where it is English or Chinese. */
export function inEnglish(text: string): string {
  if (text === lastText) return lastEnglish
  const given = text.slice(0, mostRead)
  const tongue = tongues.find(([sign]) => sign.test(given))
  lastText = text
  lastEnglish =
    tongue === undefined
      ? text
      : tongue[1].reduce((said, [english, match]) => said.replace(match, english), given).replace(/ {2,}/g, ' ')
  return lastEnglish
}

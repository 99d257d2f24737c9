/*
 * Names in small letters without `_`, `-` and blanks: `errCode`, `err_code` and `ERR-CODE` are one.
 */

/** Names of other languages for what an envelope is made of. */
export const otherNames: ReadonlyMap<string, string> = new Map(
  (
    [
      ['message', 'mensagem mensaje meldung fehlermeldung nachricht messaggio сообщение'],
      ['error', 'erro erreur fehler errore ошибка'],
      ['errors', 'erros errores erreurs errori'],
      ['code', 'codigo código codice'],
      ['success', 'sucesso exito éxito succès succes'],
      ['status', 'estado statut stato'],
      ['detail', 'detalle detalhe détail'],
      ['details', 'detalles detalhes détails'],
    ] as const
  ).flatMap(([english, names]) => names.split(' ').map((name) => [name, english] as const)),
)

/** Names of codes that no record of a business calls its own so easily: beside a message they make an envelope. */
export const strongCodeNames = [
  'errcode',
  'errno',
  'errorcode',
  'errorno',
  'errornum',
  'errornumber',
  'serviceerrorcode',
  'retcode',
  'rescode',
  'resultcode',
  'returncode',
  'respcode',
  'rspcode',
  'rtncode',
  'rtn',
  'recode',
  'returnreasoncode',
  'apiresultcode',
  'bizcode',
  'busicode',
  'infocode',
  'faultcode',
  'cod',
] as const

/** Where a code may stand in a failed answer, the most specific first. */
export const codeNames: readonly string[] = [
  'subcode',
  'suberrcode',
  ...strongCodeNames,
  'lerrorcode0',
  'responsecode',
  'ecode',
  'statuscode',
  'code',
  'ret',
  '.tag',
]

/** Where a word may stand for a code: only a word without spaces counts there. */
export const wordNames = [
  'error',
  'errortype',
  'reason',
  'name',
  'label',
  'id',
  'type',
  'errorsummary',
  'status',
  'result',
] as const

/** Where the words for people stand, the most telling first. */
export const messageNames = [
  'submsg',
  'llongmessage0',
  'errcodedes',
  'errordescription',
  'errmsg',
  'errormsg',
  'errortext',
  'errormessage',
  'errmessage',
  'explanation',
  'refusalreason',
  'responsetext',
  'statusdetail',
  'statusmessage',
  'statusmsg',
  'showmsg',
  'msg',
  'message',
  'retmsg',
  'resmessage',
  'resmsg',
  'resultmsg',
  'resultmessage',
  'resultdesc',
  'returnmsg',
  'respmsg',
  'rspmsg',
  'respdesc',
  'rtnmsg',
  'bizmsg',
  'apierrormsg',
  'errorinfo',
  'echo',
  'usermessage',
  'developermessage',
  'messagecn',
  'diagnostics',
  'detail',
  'description',
  'desc',
  'zhdesc',
  'endesc',
  'reason',
  'info',
  'tips',
  'error',
  'faultstring',
  'longmessage',
  'shortmessage',
  'note',
  'information',
  'text',
  'title',
  'declinetype',
  'result',
  'data',
] as const

const madeForWords =
  /(?:msg|message)\d?$|^(?:err(?:or)?|ret(?:urn)?|res(?:p(?:onse)?|ult)?|rsp|rtn|exception|http|fault|failure|biz|busi|code)(?:desc(?:ription)?|info|mes)$|^statusinfo$/

/** Whether a name is made for words: `retMessage`, `resp_desc`, `msg2`. Every house has its own. */
export function isMessageName(name: string): boolean {
  return madeForWords.test(name)
}

/** Where a request id stands. */
export const requestIdNames = [
  'requestid',
  'reqid',
  'traceid',
  'logid',
  'correlationid',
  'debugid',
  'operationid',
  'pspreference',
  'incidentid',
] as const

/** Headers that hold a request id, beside those that the classifier reads itself. */
export const requestIdHeaders = [
  'msh-request-id',
  'x-reqid',
  'x-amzn-requestid',
  'x-amz-request-id',
  'x-ms-request-id',
  'x-oss-request-id',
  'x-bce-request-id',
  'x-tt-logid',
  'x-kong-request-id',
  'x-b3-traceid',
  'cf-ray',
] as const

/** Where the name of the parameter at fault stands. */
export const parameterNames = ['param', 'parameter', 'field', 'target', 'parametername', 'fieldname'] as const

/** Records that hold the error inside an answer. */
export const innerNames = [
  'error',
  'errors',
  'err',
  'fault',
  'errorresponse',
  'errorbody',
  'errorinfo',
  'gwerrresp',
  'errordetail',
  'statusinfo',
  'primaryerrorcode',
  'response',
  'responsemetadata',
  'responsestatus',
  'baseresp',
  'baseresponse',
  'header',
  'head',
  'meta',
  'status',
  'result',
  'extra',
  'extensions',
  'messages',
  'message',
  'json',
  'body',
  'code',
  'reason',
  'detail',
  'issue',
  'sys',
  'results',
  'odata.error',
] as const

/** Lists of errors under names of their own: `tppMessages`, `errorDetails`, `validationErrors`. */
export const listName: RegExp = /(?:messages|errors|errordetails|faults|violations|issues)$/

/** Heads of an answer under names of their own: `cmmMsgHeader`. */
export const headName: RegExp = /header$/

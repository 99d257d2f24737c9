/** Names of codes that no record of a business calls its own so easily: beside a message they make an envelope. */
export const strongCodeNames = [
  'errcode',
  'errno',
  'err_no',
  'err_code',
  'error_code',
  'errorCode',
  'ErrorCode',
  'errCode',
  'error_no',
  'errorNo',
  'retCode',
  'RetCode',
  'retcode',
  'ret_code',
  'res_code',
  'resCode',
  'result_code',
  'resultCode',
  'ResultCode',
  'return_code',
  'returnCode',
  'respCode',
  'resp_code',
  'rspCode',
  'rtnCode',
  'infocode',
  'faultcode',
] as const

/** Where a code may stand in a failed answer, the most specific first. */
export const codeNames: readonly string[] = [
  'sub_code',
  'subCode',
  'sub_errcode',
  'err_code',
  ...strongCodeNames.filter((name) => name !== 'err_code'),
  'L_ERRORCODE0',
  'response_code',
  'status_code',
  'Code',
  'code',
  'ret',
]

/** Where a word may stand for a code: only a word without spaces counts there. */
export const wordNames = [
  'error',
  'reason',
  'name',
  '__type',
  'type',
  'error_summary',
  'status',
  'result',
  'Status',
] as const

/** Where the words for people stand, the most telling first. */
export const messageNames = [
  'sub_msg',
  'subMsg',
  'L_LONGMESSAGE0',
  'err_code_des',
  'error_description',
  'errmsg',
  'errMsg',
  'err_msg',
  'error_msg',
  'errorMsg',
  'error_message',
  'errorMessage',
  'ErrorMessage',
  'explanation',
  'refusalReason',
  'responsetext',
  'StatusDetail',
  'status_message',
  'status_msg',
  'statusMessage',
  'show_msg',
  'msg',
  'message',
  'Message',
  'Msg',
  'retMsg',
  'RetMsg',
  'retmsg',
  'ret_msg',
  'res_message',
  'resMsg',
  'resultMsg',
  'result_msg',
  'resultMessage',
  'resultDesc',
  'return_msg',
  'returnMsg',
  'respMsg',
  'resp_msg',
  'respDesc',
  'rtnMsg',
  'detail',
  'description',
  'desc',
  'zh_desc',
  'en_desc',
  'reason',
  'info',
  'tips',
  'error',
  'faultstring',
  'LongMessage',
  'Text',
  'text',
  'title',
  'declinetype',
  'result',
  'data',
] as const

/** Where a request id stands. */
export const requestIdNames = [
  'request_id',
  'requestId',
  'RequestId',
  'RequestID',
  'requestid',
  'req_id',
  'reqId',
  'trace_id',
  'traceId',
  'traceID',
  'TraceId',
  'log_id',
  'logId',
  'logid',
  'correlation_id',
  'correlationId',
  'CorrelationID',
  'debug_id',
  'operation_id',
] as const

/** Where the name of the parameter at fault stands. */
export const parameterNames = ['param', 'parameter', 'field', 'target', 'parameter_name', 'fieldName'] as const

/** Records that hold the error inside an answer. */
export const innerNames = [
  'error',
  'Error',
  'errors',
  'Errors',
  'err',
  'fault',
  'Fault',
  'error_response',
  'gw_err_resp',
  'Response',
  'response',
  'ResponseMetadata',
  'ResponseStatus',
  'responseStatus',
  'base_resp',
  'baseResp',
  'BaseResp',
  'BaseResponse',
  'header',
  'head',
  'meta',
  'status',
  'result',
  'Result',
  'extra',
  'extensions',
  'messages',
  'message',
  'json',
  'Body',
  'Code',
  'Reason',
  'detail',
  'results',
  'odata.error',
] as const

const words = (text: string): string[] => text.split(' ')

/**
 * What an error envelope is made of besides its code and its words, in small letters without `_` and `-`.
 * A key that is not among these, and holds something, belongs to a record of a business.
 */
export const envelopeKeys: ReadonlySet<string> = new Set([
  ...[...codeNames, ...messageNames, ...requestIdNames, ...parameterNames].map(plain),
  ...words('data result results obj object payload body content response value success ok issuccess succeed succ'),
  ...words('error errors iserror haserror errorcode errormsg errortype exception stack stacktrace cause causes fault'),
  ...words(
    'warning warnings status statuscode httpstatus httpcode httpstatuscode state type subtype category severity',
  ),
  ...words(
    'timestamp time ts t servertime systemtime datetime now date path uri method instance version apiversion v ver',
  ),
  ...words('api ttl cost took elapsed duration usetime locale lang language sign signtype signature nonce hostid host'),
  ...words('moreinfo docurl documentationurl documentation docs helpurl help helplink infourl link links recommend'),
  ...words('requestid reqid traceid logid trace tid rid sid spanid correlationid requestno reqmethod serialno seq'),
  ...words('fields param params parameter parameters source meta extra extend ext attributes context metadata'),
  ...words('retry retryable retryafter jsonrpc encrypted messages details innererror extensions subcode submsg needed'),
  ...words(
    'provided action debug json header head developermessage usermessage friendlymessage displaymessage hint hints solution userid',
  ),
])

/** Keys that name a record of its own: something was asked for and came. */
export const recordKeys: ReadonlySet<string> = new Set(
  words(
    'id uuid guid sid objectid createdat created updatedat updated createtime updatetime createdby email name title username user account items list amount currency price total orderid order level logger service host environment',
  ),
)

/** A key without case, `_` and `-`. */
export function plain(key: string): string {
  return key.replace(/[_-]/g, '').toLowerCase()
}

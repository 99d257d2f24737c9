import type { Entry } from '../entry.ts'
import { readAnnotatedGoConstants } from '../forms/go-annotated.ts'
import { readGoConstants } from '../forms/go-constants.ts'
import { readJavaEnums } from '../forms/java-enums.ts'
import { auth, hint, param, rate, server } from '../hints.ts'
import type { Source, Sources } from '../source.ts'

/** The first part of a code of Tencent Cloud names its kind (https://cloud.tencent.com/document/api/382/38780). */
const tencentCloudKinds: Readonly<Record<string, Entry['hint']>> = {
  AuthFailure: hint('unauthenticated', auth, false),
  InternalError: hint('internal', server, false),
  InvalidParameter: hint('invalid-parameter', param),
  InvalidParameterValue: hint('invalid-parameter', param),
  InvalidParameterCombination: hint('invalid-parameter', param),
  InvalidParameterConflict: hint('invalid-parameter', param),
  LimitExceeded: hint('quota-exhausted', ['throttled']),
  MissingParameter: hint('missing-parameter'),
  RequestLimitExceeded: hint('throttled', ['quota-exhausted']),
  ResourceInUse: hint('precondition-failed', ['in-progress', 'already-exists']),
  ResourceNotFound: hint('not-found', [], false),
  UnauthorizedOperation: hint('permission-denied', [...auth, 'payment-required'], false),
  UnknownParameter: hint('invalid-parameter'),
  UnsupportedOperation: hint('precondition-failed', [
    'unsupported',
    'in-progress',
    'out-of-range',
    'invalid-parameter',
  ]),
  ResourceUnavailable: hint(undefined, [...param, ...server, ...rate, ...auth]),
  OperationDenied: hint(undefined, [...param, ...rate, ...auth]),
}

/** A limit on what one request carries, not on what the account may have. */
const ofThisRequest =
  /长度|大小|过长|太长|过大|字符|字节|单次|每次|一次|批量|分页|范围|间隔|偏移|too (?:long|large|big)|length|\bsize|characters|bytes|per request|at a time|range|interval|offset|TooLong|TooLarge|Size|Length/i

const tencentCloud = (repository: string): Source => ({
  repository,
  provider: 'tencent-cloud',
  dialect: 'api',
  read: (snapshot) =>
    readGoConstants(snapshot, /^tencentcloud\/\w+\/v\d+\/errors\.go$/, (code, text) => {
      const [kind = '', ...rest] = code.split('.')
      const given =
        kind === 'LimitExceeded' && ofThisRequest.test(`${text} ${code}`)
          ? hint('out-of-range', ['quota-exhausted', 'throttled'], false)
          : tencentCloudKinds[kind]
      return given === undefined || rest.length === 0 ? {} : { hint: given, tail: rest.join('.') }
    }),
})

const wxError = 'weixin-java-common/src/main/java/me/chanjar/weixin/common/error/Wx'

export const tencentSources: Sources = {
  'tencent-cloud': tencentCloud('TencentCloud/tencentcloud-sdk-go'),
  'tencent-cloud-en': tencentCloud('TencentCloud/tencentcloud-sdk-go-intl-en'),
  wechat: {
    repository: 'Wechat-Group/WxJava',
    provider: 'wechat',
    dialect: 'api',
    read: (snapshot) => readJavaEnums(snapshot, new RegExp(`^${wxError}(?:Open|Mp|Ma)ErrorMsgEnum|/WxChannelErrorMsgEnum`)),
  },
  'wecom-wxjava': {
    repository: 'Wechat-Group/WxJava',
    provider: 'wecom',
    dialect: 'api',
    read: (snapshot) => readJavaEnums(snapshot, new RegExp(`^${wxError}CpErrorMsgEnum`)),
  },
  wecom: {
    repository: 'xen0n/go-workwx',
    provider: 'wecom',
    dialect: 'api',
    read: (snapshot) => readAnnotatedGoConstants(snapshot, /^errcodes\/mod\.go$/),
  },
}

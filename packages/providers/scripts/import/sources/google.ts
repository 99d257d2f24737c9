import type { Entry } from '../entry.ts'
import { readPhpConstants } from '../forms/php-constants.ts'
import { readProtobufEnums } from '../forms/protobuf-enums.ts'
import { hintOfName } from '../hint-of-name.ts'
import { auth, hint, param, rate, server } from '../hints.ts'
import type { Sources } from '../source.ts'

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

/** The same for Ad Manager, whose names have no comments. */
const adManagerKinds: Readonly<Record<string, Entry['hint']>> = {
  ...adsKinds,
  FeatureError: hint('permission-denied', [], false),
  InternalApiError: hint('internal', server),
  NotNullError: hint('missing-parameter'),
  NullError: hint('invalid-parameter'),
  ParseError: hint('invalid-parameter'),
  PermissionError: hint('permission-denied', auth),
  QuotaError: hint('quota-exhausted', rate, false),
  RangeError: hint('out-of-range'),
  RequiredError: hint('missing-parameter'),
  RequiredCollectionError: hint('missing-parameter', ['out-of-range']),
  RequiredNumberError: hint('missing-parameter', ['out-of-range', 'invalid-parameter']),
  ServerError: hint('internal', server),
  StringLengthError: hint('out-of-range'),
  CollectionSizeError: hint('out-of-range'),
  TokenError: hint(undefined, auth),
}

/** What an enum value of a request's error says by its name. */
function adsHint(name: string): Entry['hint'] {
  const named = hintOfName(name)
  const reason = named?.reason !== undefined && param.includes(named.reason) ? named.reason : 'invalid-parameter'
  return hint(reason, named?.reason === reason && reason !== 'invalid-parameter' ? [...(named.admits ?? [])] : param)
}


export const googleSources: Sources = {
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
  'google-ad-manager': {
    repository: 'googleads/googleads-php-lib',
    provider: 'google',
    dialect: 'ad-manager',
    read: (snapshot) =>
      readPhpConstants(
        snapshot,
        /^src\/Google\/AdsApi\/AdManager\/v202511\/\w+ErrorReason\.php$/,
        (file, name) => {
          const kind = file.replace(/^.*\/|Reason\.php$/g, '')
          return name === 'UNKNOWN'
            ? undefined
            : { code: `${kind}.${name}`, tail: name, hint: adManagerKinds[kind] ?? hintOfName(name) ?? hintOfName(kind) ?? hint('invalid-parameter', param, false) }
        },
      ),
  },
}

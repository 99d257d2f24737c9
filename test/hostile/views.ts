import { Writable } from 'node:stream'
import { format, inspect } from 'node:util'
import { createTransport, extraErrorDataIntegration, linkedErrorsIntegration } from '@sentry/core'
import { ServerRuntimeClient } from '@sentry/core/server'
import { type ApiError, toOtelAttributes, toProblemDetails } from '@unifault/core'
import pino from 'pino'
import winston from 'winston'

let lines: string[] = []

const pinoLogger = pino({}, { write: (line: string) => void lines.push(line) })

const stream = new Writable({
  write(chunk, _encoding, done) {
    lines.push(String(chunk))
    done()
  },
})
const { combine, errors, json, metadata, prettyPrint, simple } = winston.format

/** winston as its documents set it up: as JSON, as text, and with metadata. */
const winstonLoggers = [
  combine(errors({ stack: true, cause: true }), json()),
  combine(errors({ stack: true }), simple()),
  combine(metadata(), prettyPrint({ depth: 10 })),
].map((chosen) => winston.createLogger({ format: chosen, transports: [new winston.transports.Stream({ stream })] }))

/** Sentry's client without a network: the events that it would send. */
const sentry = new ServerRuntimeClient({
  dsn: 'https://public@sentry.invalid/1',
  integrations: [extraErrorDataIntegration({ depth: 10 }), linkedErrorsIntegration()],
  transport: (options) => createTransport(options, () => Promise.resolve({})),
  stackParser: (stack) => [{ filename: stack }],
  normalizeDepth: 10,
  beforeSend(event) {
    lines.push(JSON.stringify(event))
    return null
  },
})
sentry.init()

/** What the language itself shows of an error, and our own forms of it. */
export function plainViews(error: ApiError): string[] {
  return [
    error.message,
    error.stack ?? '',
    String(error),
    JSON.stringify(error),
    JSON.stringify({ ...error }),
    inspect(error),
    inspect(error, { depth: 10, showHidden: true, getters: true }),
    inspect(error, { depth: 10, customInspect: false }),
    inspect({ one: { two: { three: [error] } } }, { depth: 10, showHidden: true }),
    inspect(Object.getOwnPropertyDescriptors(error), { depth: 10 }),
    inspect(structuredClone(error), { depth: 10, showHidden: true }),
    format('%s %o %O %j', error, error, error, error),
    JSON.stringify([toProblemDetails(error, 'gateway'), toProblemDetails(error, 'relay'), toOtelAttributes(error)]),
  ]
}

/** What loggers make of an error, and of one whose cause it is. */
export async function loggedViews(error: ApiError): Promise<string[]> {
  lines = []
  const wrapped = new Error('the job failed', { cause: error })
  for (const one of [error, wrapped, new AggregateError([error], 'several')]) {
    pinoLogger.error(one)
    pinoLogger.error({ err: one, error: one, deep: { error: one } }, 'failed')
    for (const logger of winstonLoggers) {
      logger.error(one)
      logger.error('failed', one)
      logger.error('failed', { error: one })
    }
    sentry.captureException(one)
    sentry.captureException({ error: one })
    lines.push(inspect(one, { depth: 10, showHidden: true }), one.stack ?? '')
  }
  await new Promise((resolve) => setImmediate(resolve)) // winston and Sentry write later
  return lines
}

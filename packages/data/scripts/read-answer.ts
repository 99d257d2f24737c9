// Reads an answer by the published files alone, as a program in any other language may: nothing here is the library's.
import type { Answer, Dialect, Place, ProviderFile, Row, States, Taxonomy, Verdict } from './form.ts'

const fits = (pattern: string, text: string): boolean =>
  new RegExp(`^${pattern.replace(/[^*]+|./g, (part) => (part === '*' ? '[^]*' : RegExp.escape(part)))}$`).test(text)
const isIn = (value: unknown, values: States[string]): boolean =>
  values.some((one) => one === (value ?? null) || [value].join() === String(one))
const member = (value: unknown, name: string): unknown =>
  Object.entries(Object(value)).find(([key]) => (name[0] === '*' ? key.endsWith(name.slice(1)) : key === name))?.[1]

function read(place: Place, answer: Answer): unknown {
  if (typeof place !== 'string')
    return new RegExp(place.match, place.flags).exec(textsAt([place.at], answer)[0] ?? '')?.[1]
  if (place.startsWith('@')) return answer.header(place.slice(1))
  return place.startsWith('$') ? member(answer, place.slice(1)) : place.split('.').reduce(member, answer.value)
}

function textsAt(places: readonly Place[] = [], answer: Answer): string[] {
  const values = places.map((place) => read(place, answer))
  return values.filter((value) => value !== '' && /^(?:string|number)$/.test(typeof value)).map(String)
}

function hold(wanted: readonly Place[] | States, answer: Answer): boolean {
  if (Array.isArray(wanted)) return wanted.every((place: Place) => (read(place, answer) ?? null) !== null)
  return Object.entries(wanted as States).every(([place, values]) => isIn(read(place, answer), values))
}

function passes(test: string, answer: Answer, message = ''): boolean {
  const [name = '', pattern = ''] = test.split(/=([^]*)/)
  const text = name === 'message' ? message.trim() : String(member(answer, name))
  return name === 'has' ? hold([pattern], answer) : fits(pattern.trim().replace(/^(\d)xx$/, '$1*'), text)
}

const testsOf = ({ when = '' }: Row): string[] => when.match(/(?<=^| )(?:message=[^]*|(?!retry=)[^ ]+)/g) ?? []
const rank = (row: Row): number => (row.code.includes('*') ? row.code.length : 999) * 9 + testsOf(row).length

function judge(dialect: Dialect, rows: readonly Row[], answer: Answer): Verdict | undefined {
  const { requires = [], places, success = [] } = dialect
  const codes = textsAt(places.code, answer)
  const isThere = !Array.isArray(success) && Object.keys(success).some((at) => read(at, answer) !== undefined)
  if (!hold(requires, answer) || (codes.length === 0 && !isThere)) return undefined
  const [message] = textsAt(places.message, answer)
  const isOf = (code: string) => (row: Row) =>
    fits(row.code, code) && testsOf(row).every((test) => passes(test, answer, message))
  const [row] = codes.flatMap((code) => rows.filter(isOf(code)).sort((a, b) => rank(b) - rank(a)))
  const verdict: Verdict = { by: row ? 'code' : 'unmapped', reason: row?.reason ?? 'unknown', code: codes[0], message }
  const isRefused = row !== undefined && row.code === codes[0] && testsOf(row).length > 0
  const isSuccess = !isRefused && (Array.isArray(success) ? isIn(codes[0], success) : hold(success as States, answer))
  return isSuccess || row?.reason === 'ok' ? { message } : verdict
}

/** Below 400 an answer is a success where nothing decides. */
export function readAnswer(provider: ProviderFile, { statuses }: Taxonomy, answer: Answer): Verdict {
  const rows = Object.fromEntries(provider.dialects.map((one) => [one.name, one.rows]))
  const isHome = provider.hosts.some((one) => `.${answer.host}`.endsWith(`.${one}`))
  const isAt = (globs = ['*'], text = ''): boolean => !isHome || globs.some((one) => fits(one, text))
  const mine = provider.dialects.filter(({ isData, hosts }) => isData && isAt(hosts, answer.host))
  const here = mine.filter(({ paths }) => isAt(paths, answer.path))
  const verdicts = here.map((one) => judge(one, one.rowsOf ? rows[one.rowsOf]! : one.rows, answer))
  const found = verdicts.find((one) => one !== undefined) ?? {}
  if (found.by === 'code' || (answer.status < 400 && found.by === undefined)) return found
  const message = found.message ?? textsAt(['message', '$text'], answer)[0] ?? ''
  const rule = provider.messages?.find(({ text, match = '', flags }) =>
    text ? fits(text, message) : new RegExp(match, flags).test(message),
  )
  if (rule) return { ...found, by: 'message', reason: rule.reason }
  const reason = provider.status?.[answer.status] ?? statuses[answer.status]
  return answer.status < 400 ? found : { ...found, by: 'status', reason }
}

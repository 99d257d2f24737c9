import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'

vi.setConfig({ testTimeout: 60_000 })

function unifault(...parameters: string[]) {
  return unifaultOf('', ...parameters)
}

function unifaultOf(input: string, ...parameters: string[]) {
  const main = join(import.meta.dirname, 'main.ts')
  const all = ['--conditions=unifault-source', main, ...parameters]
  return spawnSync(process.execPath, all, { encoding: 'utf8', input })
}

test('a code is explained', () => {
  const { stdout, status } = unifault('explain', 'bilibili', '-352')
  expect(stdout).toContain('abuse-blocked')
  expect(status).toBe(0)
})

test('a code that the catalog does not have exits with 1', () => {
  const { stderr, status } = unifault('explain', 'bilibili', '-3520000')
  expect(stderr).toBe('unifault: the catalog has no code "-3520000" of bilibili\n')
  expect(status).toBe(1)
})

test('a misspelt provider and a misspelt code are told what they are near to', () => {
  expect(unifault('explain', 'bilbili', '-352')).toMatchObject({
    stderr: 'unifault: there is no provider bilbili; did you mean bilibili?\n',
    status: 2,
  })
  expect(unifault('explain', 'stripe', 'card_decline').stderr).toContain('did you mean card_declined')
})

test('a code alone is explained for every provider that has it', () => {
  const { stdout } = unifault('explain', '40001', '--json')
  const { rows } = JSON.parse(stdout) as { rows: { provider: string; code: string }[] }
  expect(new Set(rows.map(({ provider }) => provider)).size).toBeGreaterThan(5)
  expect(new Set(rows.map(({ code }) => code))).toEqual(new Set(['40001']))
})

test('words are explained by what they most likely mean, and by rows that say them', () => {
  const { stdout, status } = unifault('explain', '请求过于频繁')
  expect(stdout).toContain('most likely mean throttled (rate-limit)')
  expect(stdout).toContain('bilibili -509')
  expect(status).toBe(0)
})

test('a misspelt option of explain is no part of a code', () => {
  for (const option of ['--lnag', '--Json', '--limt=3'])
    expect(unifault('explain', 'bilibili', '-352', option)).toMatchObject({
      stdout: '',
      stderr: `unifault: there is no option ${option} of explain; expected --lang, --json or --limit\n`,
      status: 2,
    })
})

test('words that a model reads are never wholly sure', () => {
  expect(unifault('explain', '请求过于频繁').stdout).toContain('99 % sure')
})

test('--lang leaves one language', () => {
  expect(unifault('explain', 'bilibili', '-352', '--lang', 'en').stdout).not.toMatch(/\p{Script=Han}/u)
  expect(unifault('explain', 'bilibili', '-352', '--lang', 'fr').status).toBe(2)
})

test('help lists the commands', () => {
  const { stdout, status } = unifault('--help')
  expect(stdout).toContain('explain')
  expect(status).toBe(0)
})

test('an unknown command exits with 2', () => {
  expect(unifault('explian').status).toBe(2)
})

/** A log of one answer a status: 401, 429 and 200. */
const log = [401, 429, 200]
  .map((status) => JSON.stringify({ url: 'https://api.example.com/a', method: 'GET', status }))
  .join('\n')

test('answers from standard input are counted, and --fail-on makes the exit code', () => {
  const counted = unifaultOf(log, 'classify', '-', '--json', '--fail-on', 'server,param')
  expect(counted.status).toBe(0)
  expect(JSON.parse(counted.stdout)).toMatchObject({ answers: 3, errors: 2, categories: { auth: 1, 'rate-limit': 1 } })
  expect(unifaultOf(log, 'classify', '-', '--fail-on', 'server,throttled').status).toBe(1)
})

test('a misspelt option of classify names what was expected', () => {
  const { stderr, status } = unifaultOf(log, 'classify', '-', '--fail-on', 'aut')
  expect(stderr).toContain('--fail-on aut; expected one of auth, rate-limit')
  expect(status).toBe(2)
  for (const options of [[], ['--threads', '2'], ['--lines']])
    expect(unifaultOf(log, 'classify', '-', '--provider', 'nobody', ...options)).toMatchObject({
      stderr: 'unifault: there is no provider "nobody"; expected the id of one, such as bilibili\n',
      status: 2,
    })
})

test.skipIf(process.platform === 'win32')('a name that stands for a pipe is read as standard input is', () => {
  const answer = 'HTTP/2 200\r\na: b\r\n\r\n{"code":-352}'
  const main = join(import.meta.dirname, 'main.ts')
  for (const [input, ...options] of [
    [answer, '--provider', 'bilibili'],
    [log],
    [`[${log.replaceAll('\n', ',')}]`],
    [log, '--threads', '2'],
  ]) {
    const all = ['--conditions=unifault-source', main, 'classify', '/dev/stdin', '--json', ...options]
    // The shell makes a pipe; Node would hand over a socket, which has no name that can be opened.
    const { stdout, stderr } = spawnSync('sh', ['-c', 'cat | "$0" "$@"', process.execPath, ...all], {
      encoding: 'utf8',
      input,
    })
    expect(stderr).toBe('')
    expect(JSON.parse(stdout)).toMatchObject(input === answer ? { answers: 1, errors: 1 } : { answers: 3, errors: 2 })
  }
})

test('input without anything in it has no answer', () => {
  for (const parameters of [
    ['classify', '-'],
    ['classify', '-', '--format', 'curl'],
    ['unknown', '-'],
  ])
    expect(unifaultOf('', ...parameters)).toMatchObject({
      stderr: expect.stringContaining('no answer was found') as string,
      status: 1,
    })
  expect(unifaultOf('', 'classify', '-', '--lines')).toMatchObject({ stdout: '', stderr: '', status: 0 })
})

test.skipIf(!existsSync('/dev/full'))('output that cannot be written is told in a sentence', () => {
  const main = join(import.meta.dirname, 'main.ts')
  const all = ['--conditions=unifault-source', main, 'explain', 'bilibili', '-352']
  const full = openSync('/dev/full', 'w')
  const { stderr, status } = spawnSync(process.execPath, all, { encoding: 'utf8', stdio: ['ignore', full, 'pipe'] })
  closeSync(full)
  expect(stderr).toMatch(/^unifault: standard output cannot be written: ENOSPC.*\n$/)
  expect(status).toBe(2)
})

test('an older Node is told which one is needed', () => {
  const main = join(import.meta.dirname, 'main.ts')
  for (const missing of ['Map.groupBy', 'Promise.withResolvers']) {
    const all = [
      `--import=data:text/javascript,delete ${missing}`,
      '--conditions=unifault-source',
      main,
      'explain',
      '1',
    ]
    expect(spawnSync(process.execPath, all, { encoding: 'utf8' })).toMatchObject({
      stdout: '',
      stderr: `unifault: needs Node 22.12 or newer; this is ${process.version}\n`,
      status: 2,
    })
  }
})

test('a file that is not there, or of no known form, is named', () => {
  expect(unifault('classify', 'nowhere.ndjson').stderr).toContain('unifault: nowhere.ndjson: cannot be read')
  expect(unifaultOf('hello\nworld\n', 'classify', '-').stderr).toBe(
    'unifault: -: is of no known form; expected a HAR, JSON, a JSON object a line, or what `curl -i` prints\n',
  )
})

test('logs in which nothing tells of an answer exit with 1, and say what an answer is', () => {
  const body = { code: -101, message: '账号未登录' }
  for (const [input, ...options] of [
    [JSON.stringify(body), 'classify', '-', '--provider', 'bilibili'],
    [`${JSON.stringify(body)}\n`, 'classify', '-', '--threads', '1'],
    [JSON.stringify([body]), 'classify', '-', '--json'],
    [JSON.stringify(body, undefined, 2), 'unknown', '-'],
  ] as const) {
    const { stderr, status } = unifaultOf(input, ...options)
    expect(stderr, options.join(' ')).toBe(
      'unifault: no answer was found; expected records with a status, a body beside a url, or an error, or what `curl -i` prints\n',
    )
    expect(status).toBe(1)
  }
})

test('a place where no record has anything is told, and one that some have is not', () => {
  const { stderr, status } = unifaultOf(
    log,
    'classify',
    '-',
    '--url-member',
    'request.uri',
    '--status-member',
    'status',
    '--body-member',
    'text',
  )
  expect(stderr).toBe(
    'unifault: --url-member request.uri: no record has anything there\nunifault: --body-member text: no record has anything there\n',
  )
  expect(status).toBe(0)
})

test('a summary is asked for in one form', () => {
  expect(unifaultOf(log, 'classify', '-', '--json', '--csv')).toMatchObject({ stdout: '', status: 2 })
  expect(unifaultOf(log, 'classify', 'a.ndjson', '--lines').stderr).toBe(
    'unifault: --lines a.ndjson; expected - as the only file\n',
  )
})

test('a line that is no JSON is named with its number', () => {
  const { stdout, status } = unifaultOf(`${log}\nnonsense\n`, 'classify', '-')
  expect(stdout).toContain('-:4: is no JSON; expected an object a line')
  expect(status).toBe(0)
})

test('one answer is told whole', () => {
  const answer = 'HTTP/2 200\r\ncontent-type: application/json\r\n\r\n{"code":-352,"message":"风控校验失败"}'
  const { stdout } = unifaultOf(answer, 'classify', '-', '--url', 'https://api.bilibili.com/x/web-interface/view')
  expect(stdout).toContain('bilibili -352: abuse-blocked (HTTP 200): 风控校验失败')
})

test('completion knows commands, options and providers', () => {
  expect(unifault('complete', '--', 'expl').stdout).toContain('explain')
  expect(unifault('complete', '--', 'explain', 'bilib').stdout).toContain('bilibili')
  expect(unifault('complete', '--', 'classify', '--fa').stdout).toContain('--fail-on')
})

for (const shell of ['bash', 'zsh', 'fish'])
  test(`completion for ${shell} is a script that calls us`, () => {
    const { stdout, status } = unifault('completion', shell)
    expect(status).toBe(0)
    expect(stdout).toContain('unifault complete --')
    // Only where the shell is there: it reads the script without running it.
    const read = spawnSync(shell, ['-n'], { input: stdout, encoding: 'utf8' })
    if (read.error === undefined) expect(read.stderr).toBe('')
  })

test('colours stand only on terminals, or where FORCE_COLOR asks for them', () => {
  const colour = '\u001B['
  const coloured = (env: Record<string, string>): boolean => {
    const main = join(import.meta.dirname, 'main.ts')
    const { NO_COLOR: _no, FORCE_COLOR: _force, ...rest } = process.env
    const all = ['--conditions=unifault-source', main, 'explain', 'bilibili', '-352']
    return spawnSync(process.execPath, all, { encoding: 'utf8', env: { ...rest, ...env } }).stdout.includes(colour)
  }
  expect(coloured({})).toBe(false)
  expect(coloured({ FORCE_COLOR: '1' })).toBe(true)
  expect(coloured({ FORCE_COLOR: '0' })).toBe(false)
  expect(coloured({ NO_COLOR: '1' })).toBe(false)
})

test('codes that no table knows are listed, or printed as rows', () => {
  const line = JSON.stringify({
    url: 'https://api.bilibili.com/x',
    status: 200,
    body: { code: -987_001, message: '请求过于频繁' },
  })
  expect(unifaultOf(line, 'unknown', '-').stdout).toContain('bilibili/web -987001')
  expect(unifaultOf(line, 'unknown', '-', '--as-tsv').stdout).toContain('-987001\tthrottled\t请求过于频繁\t\t\t\n')
})

import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClassifier, type Provider } from '@unifault/core'
import { describe, expect, onTestFinished, test } from 'vitest'
import { checkTable } from '../../../providers/scripts/rules/index.ts'
import { encodeRows, foldRows } from '../../../providers/scripts/encode-rows.ts'
import { readCatalog, tableText as catalogText } from '../../../providers/scripts/read-catalog.ts'
import type { Ask } from './ask.ts'
import { importDocument, type ImportOptions } from './import.ts'
import { tableText } from './table-text.ts'

const page = [
  '# 错误码',
  '',
  '返回示例：`{"errcode": 40002, "errmsg": "access_token expired"}`',
  '',
  '| 错误码 | 英文描述 | 中文描述 | 解决方案 |',
  '|---|---|---|---|',
  '| 0 | success | 成功 | |',
  '| 40002 | access_token expired | access_token超时 | 重新获取 |',
  '| 40003 | order not found | 订单不存在 | |',
  '| 40004 | too many requests | 请求过于频繁 | 稍后再试 |',
  '| 40005 | mysterious | 神秘 | |',
  '| 41000-41999 | business errors | 业务错误 | |',
].join('\n')

const list = (rows: string[]): string => ['| 错误码 | 说明 |', '|---|---|', ...rows].join('\n')
const twoLists = `# 登录\n\n${list(['| 1 | 未知错误 |', '| 2 | 参数错误 |', '| 3 | 签名错误 |'])}\n\n# 支付\n\n${list(['| 1 | 订单不存在 |', '| 2 | 系统繁忙 |', '| 3 | 余额不足 |'])}\n`

interface Run {
  readonly folder: string
  readonly exitCode: number
  readonly out: string
  readonly told: string[]
}

interface RunOptions extends ImportOptions {
  readonly text?: string
  readonly ask?: Ask
  readonly toFolder?: boolean
  /** Whether it runs in the repository of the catalog. */
  readonly inCatalog?: boolean
}

async function run(options: RunOptions = {}): Promise<Run> {
  const { text = page, ask, toFolder = true, inCatalog = true, ...given } = options
  const folder = mkdtempSync(join(tmpdir(), 'unifault-import-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  if (inCatalog) mkdirSync(join(folder, 'src/generated'), { recursive: true })
  const file = join(folder, 'page.md')
  writeFileSync(file, text)
  let out = ''
  const told: string[] = []
  const exitCode = await importDocument(
    file,
    { ...(toFolder && { out: folder, provider: 'acme-pay' }), ...given },
    { out: (part) => (out += part), tell: (line) => told.push(line.replaceAll(folder, '')), ask },
  )
  return { folder, exitCode, out, told }
}

/** Loads what was written, with the codes that `pnpm generate` makes of the table. */
async function load({ folder }: Run): Promise<Provider> {
  const [table] = readCatalog(join(folder, 'catalog')).filter(({ provider }) => provider === 'acme-pay')
  mkdirSync(join(folder, 'src/generated/acme-pay'), { recursive: true })
  writeFileSync(
    join(folder, 'src/generated/acme-pay/codes.ts'),
    `export type AcmePayCode = string\nexport const apiCodes = ${JSON.stringify(encodeRows(foldRows(table!.rows)))}\n`,
  )
  return ((await import(join(folder, 'src/acme-pay.ts'))) as { acmePay: Provider }).acmePay
}

const source = 'https://docs.acme.example/errors'

describe('what is written', () => {
  test('a table that the lint of the catalog accepts', async () => {
    const { folder, exitCode } = await run({ source })
    const [table] = readCatalog(join(folder, 'catalog')).filter(({ provider }) => provider === 'acme-pay')
    expect(checkTable(table!)).toEqual([])
    expect(table!.rows.map(({ code, reason, zh, fixZh }) => [code, reason, zh, fixZh])).toEqual([
      ['0', 'ok', '成功', ''],
      ['40002', 'token-expired', 'access_token超时', '重新获取'],
      ['40003', 'not-found', '订单不存在', ''],
      ['40004', 'throttled', '请求过于频繁', '稍后再试'],
      ['40005', expect.any(String), '神秘', ''],
    ])
    expect(exitCode).toBe(0)
  })

  test('without a source the lint refuses each row, and that is said', async () => {
    const { folder, told } = await run()
    const [table] = readCatalog(join(folder, 'catalog')).filter(({ provider }) => provider === 'acme-pay')
    expect(checkTable(table!).filter((sentence) => sentence.includes('has no source')).length).toBe(5)
    expect(told).toContain('no row has a source, which the lint of the catalog refuses: --source URL')
  })

  test('a provider that judges the rows of the page', async () => {
    const made = await run({ source })
    const acme = await load(made)
    expect(acme).toMatchObject({
      id: 'acme-pay',
      docs: source,
      dialects: [{ name: 'api', code: 'errcode', message: 'errmsg', success: [0] }],
    })
    const classify = createClassifier(acme)
    const answer = (body: unknown) =>
      classify({ url: 'https://api.acme.example/', method: 'GET', status: 200, headers: {}, body })
    expect(answer({ errcode: 0, errmsg: 'success' })).toBeUndefined()
    expect(answer({ errcode: 40002, errmsg: 'access_token expired' })).toMatchObject({
      reason: 'token-expired',
      code: '40002',
      matchedBy: { by: 'code' },
    })
    expect(answer({ errcode: '40004', errmsg: 'slow down' })).toMatchObject({ category: 'rate-limit' })
  })

  test('a provider that judges the rows of the page in a project that has the packages and nothing else', async () => {
    const wild = page.replace('神秘', '神秘 `${x}` \\ \\n').replace('| 40002 |', '| ISV.Token-Gone |')
    for (const text of [page, wild, twoLists]) {
      const { folder } = await run({ source, text, inCatalog: false })
      const tables = readCatalog(join(folder, 'catalog')).filter(({ provider }) => provider === 'acme-pay')
      const first = tables.find(({ dialect }) => dialect === 'api')
      const modules = join(folder, 'node_modules/@unifault')
      mkdirSync(modules, { recursive: true })
      symlinkSync(join(import.meta.dirname, '../../../core'), join(modules, 'core'))
      writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
      writeFileSync(
        join(folder, 'judge.ts'),
        `import { createClassifier, explain, textsOf } from '@unifault/core'
        import { acmePay, apiTable } from './src/acme-pay.ts'
        const classify = createClassifier(acmePay, { fallback: false })
        const texts = textsOf(apiTable, 'zh', 'acme-pay', 'api')
        console.log(JSON.stringify([apiTable, ...${JSON.stringify(first!.rows.map(({ code }) => code))}.map((errcode) => {
          const error = classify({ url: 'https://api.acme.example/', method: 'GET', status: 200, headers: {}, body: { ${text === twoLists ? 'code: errcode' : 'errcode'} } })
          return error === undefined ? [errcode, 'ok'] : [error.code, error.reason, (explain(error, texts) ?? '').replaceAll('\\\\', '')]
        })]))`,
      )
      const { stdout, stderr } = spawnSync(process.execPath, ['--conditions=unifault-source', 'judge.ts'], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, NODE_NO_WARNINGS: '1' },
      })
      expect(stderr).toBe('')
      expect(JSON.parse(stdout)).toEqual([
        readFileSync(join(folder, 'catalog/acme-pay/api.tsv'), 'utf8'),
        ...first!.rows.map(({ code, reason, zh }) =>
          reason === 'ok' ? [code, 'ok'] : [code, reason, zh.replaceAll('\\', '')],
        ),
      ])
      expect(tables.length).toBe(text === twoLists ? 2 : 1)
    }
  })

  test('the places of the envelope, where they are given', async () => {
    const made = await run({ source, envelope: 'error.code,error.message,@x-request-id' })
    expect((await load(made)).dialects[0]).toMatchObject({
      code: 'error.code',
      message: 'error.message',
      requestId: '@x-request-id',
    })
  })

  test('the usual places, where the page shows no answer, and that is said', async () => {
    const made = await run({ source, text: page.replace(/^返回示例.*$/m, '') })
    expect((await load(made)).dialects[0]).toMatchObject({ code: ['errcode', 'error_code', 'code', 'error'] })
    expect(made.told.at(-1)).toContain('--envelope')
  })

  test('what is doubtful stands in a review file, and in the summary with the range that was left out', async () => {
    const { folder, told } = await run({ source })
    const review = readFileSync(join(folder, 'catalog/review/acme-pay.tsv'), 'utf8')
    expect(review).toMatch(/^provider\tdialect\tcode\t.*\n(?:acme-pay\tapi\t\d+\t.*\n)*acme-pay\tapi\t40005\t/)
    expect(told[0]).toBe('/page.md:12: "41000-41999" names many codes at once: left out')
    expect(told).toContainEqual(
      expect.stringMatching(/^api \(错误码\): 5 codes, lines 7 to 11; \d reasons are doubtful$/),
    )
  })

  test('nothing stands in the way of what is there, but --force does', async () => {
    const { folder } = await run({ source })
    await expect(run({ source, out: folder })).rejects.toThrow(
      /api\.tsv: is there already; expected a new file, or --force$/,
    )
    expect((await run({ source, out: folder, force: true })).exitCode).toBe(0)
  })

  test('a list of two, each a table of its own, or the one that is asked for', async () => {
    const text = twoLists
    const both = await run({ source, text })
    expect(readFileSync(join(both.folder, 'catalog/acme-pay/api-2.tsv'), 'utf8')).toContain('系统繁忙')
    expect(readFileSync(join(both.folder, 'src/acme-pay.ts'), 'utf8')).toContain('api2Codes')
    const one = await run({ text, list: '2', toFolder: false })
    expect(one.out).toContain('系统繁忙')
    expect(one.out).not.toContain('签名错误')
    await expect(run({ text, list: '3' })).rejects.toThrow(/page\.md: has no list 3; expected 1 to 2$/)
  })
})

describe('what is printed', () => {
  test('the table, where no folder is named', async () => {
    const { out } = await run({ toFolder: false })
    expect(out.split('\n').slice(0, 2)).toEqual([
      'code\treason\tzh\ten\twhen\tfix-zh\tfix-en\tsource',
      '0\tok\t成功\tsuccess\t\t\t\t',
    ])
  })

  test('rows, doubts and notes as JSON', async () => {
    const { out } = await run({ toFolder: false, json: true })
    const { form, lists, notes } = JSON.parse(out) as { form: string; lists: { rows: object[] }[]; notes: object[] }
    expect(form).toBe('markdown')
    expect(lists[0]?.rows[1]).toMatchObject({ code: '40002', line: 8, reason: 'token-expired' })
    expect(lists[0]?.rows.at(-1)).toMatchObject({ code: '40005', isDoubtful: true })
    expect(notes).toEqual([{ line: 12, text: expect.stringContaining('41000-41999') }])
  })

  test('that there are no codes, with 1 as the exit code', async () => {
    const { exitCode, told } = await run({ text: '# Errors\n\nRead the message.\n' })
    expect(exitCode).toBe(1)
    expect(told).toEqual(['/page.md: no codes found; expected a table or a list of codes with what they mean'])
  })
})

describe('questions', () => {
  const doubtful = page.replaceAll('access_token expired', 'mysterious').replaceAll('access_token超时', '神秘')

  test('are asked of doubtful rows alone, and the answers stand', async () => {
    const asked: string[] = []
    const { folder } = await run({
      source,
      text: doubtful,
      ask: (row) => {
        asked.push(row.code)
        return Promise.resolve('account-disabled')
      },
    })
    expect(asked).toContain('40005')
    expect(asked).not.toContain('0')
    const rows = readFileSync(join(folder, 'catalog/acme-pay/api.tsv'), 'utf8')
    for (const code of asked) expect(rows).toContain(`${code}\taccount-disabled\t`)
    expect(() => readFileSync(join(folder, 'catalog/review/acme-pay.tsv'))).toThrow('ENOENT')
  })

  test('end where what is proposed is kept for all that follow', async () => {
    let count = 0
    const { told } = await run({
      source,
      text: doubtful,
      ask: () => Promise.resolve(count++ === 0 ? 'keep-all' : 'ok'),
    })
    expect(count).toBe(1)
    expect(told.join('\n')).toMatch(/[1-9] reasons are doubtful/)
  })

  test('that are broken off write nothing', async () => {
    const { folder, exitCode, told } = await run({ source, text: doubtful, ask: () => Promise.resolve('stop') })
    expect(exitCode).toBe(1)
    expect(told.at(-1)).toBe('stopped: nothing is written')
    expect(() => readFileSync(join(folder, 'src/acme-pay.ts'))).toThrow('ENOENT')
  })
})

describe('options', () => {
  test.each<[ImportOptions, string]>([
    [
      { provider: 'Acme Pay' },
      '--provider Acme Pay is no id; expected small letters, digits and single hyphens, such as acme-pay',
    ],
    [{ provider: '../x' }, '--provider ../x is no id'],
    [{ provider: undefined }, '--out needs --provider; expected the id that the files are named after'],
    [{ envelope: 'a b' }, '--envelope a b names no places; expected the places of the code'],
    [{ envelope: "code'," }, 'names no places'],
    [{ source: 'our wiki' }, '--source our wiki cites nothing; expected a URL, or owner/repo@commit path'],
    [{ list: '0' }, '--list 0 is no number; expected 1, 2, …'],
  ])('%j is refused with what was expected', async (options, message) => {
    await expect(run(options)).rejects.toThrow(message)
  })
})

test("rows are written as the catalog's own tools write them", () => {
  const rows = ['10', '-2', 'B', 'a_b', '007', '0'].map((code) => ({
    code,
    reason: 'internal',
    zh: 'a\tb\\c\nd',
    en: '',
    fixZh: '',
    fixEn: 'again',
    source,
  }))
  const sorted = ['-2', '0', '10', '007', 'B', 'a_b'].map((code) => ({
    ...rows.find((row) => row.code === code)!,
    when: '',
  }))
  expect(tableText(rows)).toBe(catalogText(sorted))
})

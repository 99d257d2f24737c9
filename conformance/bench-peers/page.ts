// The measurements as a page, in English and in Chinese.
import { duration } from './chart.ts'
import { inChinese, patternsInChinese } from './in-chinese.ts'
import type { Table, Weight } from './measure.ts'

export interface Report {
  /** The day of the measurement. */
  readonly date: string
  readonly machine: string
  readonly versions: Readonly<Record<string, string>>
  readonly errors: readonly Table[]
  readonly clients: readonly Table[]
  readonly worst: readonly Table[]
  readonly weights: readonly Weight[]
}

const words = {
  en: {
    title: 'Performance beside others',
    note: 'This page is written by `pnpm bench:peers`. The numbers are medians of interleaved rounds in one run; absolute times differ between machines, ratios hardly do. The row A/A repeats the first row: its distance from 1 is the noise. Bytes are what one call allocates.',
    measured: 'Measured on ',
    with: ', with ',
    end: '.',
    errors: 'One answer, one error',
    clients: 'Whole calls',
    worst: 'Worst cases',
    weights: 'Weight in a browser, built for production by esbuild, gzip',
    head: '| | time | ratio | bytes | what it gives |',
    weightHead: '| | kB | what it gives |',
    data: 'The numbers as data',
  },
  zh: {
    title: '与同类库的性能对比',
    note: '本页由 `pnpm bench:peers` 生成。数字是同一次运行中交替各轮的中位数；绝对时间因机器而异，比值则基本稳定。A/A 行重复第一行：它偏离 1 的程度就是噪声。字节数是一次调用分配的内存。',
    measured: '测量环境：',
    with: '，版本：',
    end: '。',
    errors: '一个应答，一个错误',
    clients: '完整的调用',
    worst: '最坏情形',
    weights: '浏览器中的体积（esbuild 按 production 条件构建，gzip）',
    head: '| | 时间 | 比值 | 字节 | 得到什么 |',
    weightHead: '| | kB | 得到什么 |',
    data: '原始数据',
  },
} as const

/** What is said in a table, in the page's language. */
function spoken(text: string, language: 'en' | 'zh'): string {
  if (language === 'en') return text
  const known = inChinese[text]
  if (known !== undefined) return known
  for (const [words, make] of patternsInChinese) {
    const found = words.exec(text)
    if (found) return make(...found.slice(1))
  }
  return text // a name
}

function tableOf({ title, rows }: Table, language: 'en' | 'zh'): string {
  const { head } = words[language]
  const lines = rows.map(
    ({ name, ns, ratio, bytes, gives }) =>
      `| ${spoken(name, language)} | ${duration(ns)} | ${ratio} | ${bytes} | ${spoken(gives, language)} |`,
  )
  return [`### ${spoken(title, language)}`, '', head, '| --- | --- | --- | --- | --- |', ...lines, ''].join('\n')
}

/** The page in one language; `folder` is where its charts stand, seen from the page. */
export function pageOf(report: Report, language: 'en' | 'zh', folder: string): string {
  const say = words[language]
  const versions = Object.entries(report.versions).map(([name, version]) => `${name} ${version}`)
  const section = (title: string, tables: readonly Table[]): string[] => [
    `## ${title}`,
    '',
    ...tables.map((table) => tableOf(table, language)),
  ]
  const weights = report.weights.map(
    ({ name, gzip, gives }) =>
      `| ${spoken(name, language)} | ${(gzip / 1000).toFixed(1)} | ${spoken(gives, language)} |`,
  )
  return [
    `# ${say.title}`,
    '',
    language === 'en' ? '中文：[zh/performance.md](zh/performance.md)' : 'English: [performance.md](../performance.md)',
    '',
    say.note,
    '',
    `${say.measured}${report.date}, ${report.machine}${say.with}${versions.join(', ')}${say.end}`,
    '',
    ...section(say.errors, report.errors),
    `![${say.errors}](${folder}performance-errors.svg)`,
    '',
    ...section(say.clients, report.clients),
    `![${say.clients}](${folder}performance-clients.svg)`,
    '',
    ...section(say.worst, report.worst),
    `## ${say.weights}`,
    '',
    say.weightHead,
    '| --- | --- | --- |',
    ...weights,
    '',
    `[${say.data}](${folder}performance.json)`,
    '',
  ].join('\n')
}

// The page of a provider, as HTML: who it is, its envelopes, and a row for each code.
import { categoryOf } from '@unifault/core'
import { words, type Language } from '../words.ts'
import type { Dialect, Place } from './data.ts'
import { codeHtml, escapeHtml } from './html.ts'
import type { PlacedProvider, PlacedRow } from './lay-out.ts'
import { pathOf } from './path.ts'
import { Sources } from './sources.ts'

/** An answer of a dialect that carries one of its codes. */
export interface Example {
  readonly dialect: string
  readonly status: number
  readonly body: string
  /** The playground with this answer. */
  readonly href: string
}

/** @param catalog the path of the catalog in this language, with the site's base and a slash at its end */
export function providerHtml(
  provider: PlacedProvider,
  part: number,
  { language, catalog, examples }: { language: Language; catalog: string; examples: readonly Example[] },
): string {
  const { id, name, data, rows, parts } = provider
  const say = words[language]
  const from = parts[part] ?? 0
  const shown = rows.slice(from, parts[part + 1] ?? rows.length)
  const sources = new Sources(data.lastVerified ?? {})
  const heading = parts.length > 1 ? ` <small>${say.page(part + 1, parts.length)}</small>` : ''
  const pages = parts.length > 1 ? pagesHtml(provider, part, language, catalog) : ''
  return [
    `<h1>${escapeHtml(name)}${heading}</h1>`,
    `<p>${codeHtml(id)} · ${say.found(rows.length)}${data.docs === undefined ? '' : ` · <a href="${escapeHtml(data.docs)}" rel="noreferrer">${say.official}</a>`}</p>`,
    part === 0 ? envelopesHtml(provider, language, examples) : '',
    `<h2 id="codes">${say.list}</h2>`,
    pages,
    rows.length === 0 ? `<p>${say.noCodes}</p>` : rowsHtml(shown, data.dialects.length > 1, sources, language),
    pages,
    rows.length === 0 ? '' : `<h2 id="sources">${say.sources}</h2><p>${say.sourcesOf}</p>${sources.html(language)}`,
  ].join('\n')
}

function pagesHtml({ id, rows, parts }: PlacedProvider, current: number, language: Language, catalog: string): string {
  const links = parts.map((from, part) => {
    const here = part === current ? ' aria-current="page"' : ''
    const first = escapeHtml(rows[from]?.row.code ?? '')
    return `<a href="${catalog}${pathOf(id, part)}"${here} title="${first} …">${part + 1}</a>`
  })
  return `<nav class="pages" aria-label="${words[language].pages}">${links.join(' ')}</nav>`
}

function envelopesHtml({ data, rows }: PlacedProvider, language: Language, examples: readonly Example[]): string {
  const say = words[language]
  const hosts = (data.hosts ?? []).map(codeHtml).join(' ')
  const shown = data.dialects.map((dialect) => {
    const example = examples.find((one) => one.dialect === dialect.name)
    return envelopeHtml(dialect, rows.filter((row) => row.dialect === dialect.name).length, example, language)
  })
  return [
    `<h2 id="envelopes">${say.envelopes}</h2>`,
    hosts === '' ? '' : `<p>${say.hosts}: ${hosts}</p>`,
    shown.length > 1 ? `<p>${say.envelopesOf}</p>` : '',
    ...shown,
  ].join('\n')
}

function envelopeHtml(dialect: Dialect, count: number, example: Example | undefined, language: Language): string {
  const say = words[language]
  const { name, places, hosts = [], paths = [], readers = [] } = dialect
  const at = [...hosts, ...paths].map(codeHtml).join(' ')
  const lines = [
    at === '' ? '' : `<dt>${say.at}</dt><dd>${at}</dd>`,
    readers.length === 0 ? '' : `<dt>${say.reads}</dt><dd>${readers.map(codeHtml).join(' ')}</dd>`,
    ...(['code', 'message', 'param', 'requestId'] as const).map((part) => {
      const place = placesHtml(places[part])
      return place === '' ? '' : `<dt>${say.place[part]}</dt><dd>${place}</dd>`
    }),
  ].join('')
  const body =
    example === undefined
      ? ''
      : `<pre tabindex="0">HTTP ${example.status}\n${escapeHtml(example.body)}</pre><p><a href="${escapeHtml(example.href)}">${say.tryIt}</a></p>`
  const decides = dialect.isData ? '' : `<p>${say.isFunction}</p>`
  return `<details${count > 0 ? ' open' : ''}><summary>${codeHtml(name)} <span>${say.found(count)}</span></summary><dl>${lines}</dl>${decides}${body}</details>`
}

/** Where a value may stand, most specific first; of long lists the first ones. */
function placesHtml(all: readonly Place[] = []): string {
  const shown = all.slice(0, 6).map((place) => codeHtml(typeof place === 'string' ? place : place.at))
  return shown.join(' ') + (all.length > shown.length ? ' …' : '')
}

function rowsHtml(rows: readonly PlacedRow[], isNamed: boolean, sources: Sources, language: Language): string {
  return [...Map.groupBy(rows, ({ dialect }) => dialect)]
    .map(([dialect, all]) => {
      const heading = isNamed ? `<h3>${codeHtml(dialect)}</h3>` : ''
      return `${heading}<ul class="codes">\n${all.map((row) => rowHtml(row, sources, language)).join('\n')}\n</ul>`
    })
    .join('\n')
}

function rowHtml({ row, anchor }: PlacedRow, sources: Sources, language: Language): string {
  const { code, reason, zh, en, when, fixZh, fixEn } = row
  const isZh = language === 'zh'
  const [first, firstLang, second, secondLang] = isZh ? [zh, 'zh-CN', en, 'en'] : [en, 'en', zh, 'zh-CN']
  const fix = isZh ? (fixZh ?? fixEn) : (fixEn ?? fixZh)
  const said = [
    first === undefined ? '' : `<p lang="${firstLang}">${escapeHtml(first)}</p>`,
    second === undefined
      ? ''
      : `<p lang="${secondLang}"${first === undefined ? '' : ' class="too"'}>${escapeHtml(second)}</p>`,
    fix === undefined ? '' : `<p class="fix"><b>${words[language].remedy}</b> ${escapeHtml(fix)}</p>`,
  ].join('')
  const test = when === undefined ? '' : ` <small>${escapeHtml(when)}</small>`
  const cited = row.sources.map((source) => {
    const number = sources.numberOf(source)
    return `<a href="#source-${number}" aria-label="${words[language].sources} ${number}">${number}</a>`
  })
  return `<li id="${escapeHtml(anchor)}"><a class="code" href="#${encodeURIComponent(anchor)}">${escapeHtml(code)}</a><div>${said}</div><span><i class="${categoryOf(reason) ?? 'ok'}">${escapeHtml(reason)}</i>${test}</span><sup>${cited.join(' ')}</sup></li>`
}

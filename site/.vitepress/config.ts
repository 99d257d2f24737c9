// How VitePress builds the site. `SITE_URL` is the address where it will stand, `/` where that is not known.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { reasons } from '@unifault/core'
import { allProviders } from '@unifault/providers/all-providers'
import { defineConfig, type DefaultTheme } from 'vitepress'
import { readProviders } from '../catalog/data.ts'
import { examplesOf } from '../catalog/examples.ts'
import { layOut } from '../catalog/lay-out.ts'
import { providerHtml } from '../catalog/page.ts'
import { linkDocuments } from '../documents/markdown.ts'
import { slugOf } from '../documents/links.ts'
import { llmsFullText, llmsText } from '../documents/llms.ts'
import { type Document, readDocuments, repositoryAddress } from '../documents/read-documents.ts'
import { writeIndex } from '../search/build-index.ts'
import { type Language, words } from '../words.ts'
import { pagesFolder, writePages } from '../write-pages.ts'

const address = (process.env['SITE_URL'] ?? '/').replace(/\/?$/, '/')
const base = address.startsWith('/') ? address : new URL(address).pathname

const documents = readDocuments()
const providers = layOut(readProviders())
writePages(documents, providers)
const index = writeIndex(providers, join(pagesFolder, 'public/catalog-index'), [...reasons, 'ok'])

function themeOf(language: Language): DefaultTheme.Config {
  const isZh = language === 'zh'
  const root = isZh ? '/zh/' : '/'
  const own = documents.filter((one) => one.language === language)
  const text = (en: string, zh: string): string => (isZh ? zh : en)
  return {
    nav: [
      { text: text('Documents', '文档'), link: `${root}docs/`, activeMatch: '/docs/' },
      { text: words[language].catalog, link: `${root}catalog/`, activeMatch: '/catalog/' },
      { text: words[language].playground, link: `${root}playground/` },
    ],
    sidebar: { [`${root}docs/`]: [{ text: 'unifault', link: root, items: items(own) }] },
    outline: { label: text('On this page', '本页内容'), level: [2, 3] },
    docFooter: { prev: text('Before', '上一篇'), next: text('Next', '下一篇') },
    darkModeSwitchLabel: text('Appearance', '外观'),
    lightModeSwitchTitle: text('Switch to light', '切换到浅色'),
    darkModeSwitchTitle: text('Switch to dark', '切换到深色'),
    sidebarMenuLabel: text('Menu', '目录'),
    returnToTopLabel: text('To the top', '回到顶部'),
    langMenuLabel: text('Change language', '切换语言'),
    skipToContentLabel: text('Skip to content', '跳到正文'),
  }
}

function items(own: readonly Document[]): DefaultTheme.SidebarItem[] {
  return own.filter(({ path }) => path.includes('/docs/')).map(({ title, path }) => ({ text: title, link: path }))
}

const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#0f7285"/><path d="M10 8v9a6 6 0 0 0 12 0V8" fill="none" stroke="#fff" stroke-width="4" stroke-linecap="round"/></svg>'

// oxlint-disable-next-line import/no-default-export -- what VitePress reads
export default defineConfig({
  title: 'unifault',
  description: 'One shape for every API error',
  base,
  srcDir: 'generated/pages',
  outDir: 'dist',
  cacheDir: 'generated/cache',
  // What is not known to have an address gets no map of it.
  ...(address.startsWith('/') ? {} : { sitemap: { hostname: address } }),
  head: [['link', { rel: 'icon', href: `data:image/svg+xml,${encodeURIComponent(icon)}` }]],
  lastUpdated: false,
  // The list of all pages would else stand in each of them.
  metaChunk: true,
  locales: {
    root: { label: 'English', lang: 'en', themeConfig: themeOf('en') },
    zh: { label: '简体中文', lang: 'zh-CN', description: '让所有 API 错误只有一种形状', themeConfig: themeOf('zh') },
  },
  markdown: {
    anchor: { slugify: slugOf },
    // Those of GitHub whose colours can be read on a grey ground.
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    config: (md) => linkDocuments(md, documents, { images: '/images/', repository: repositoryAddress() }),
  },
  themeConfig: {
    search: {
      provider: 'local',
      options: {
        // It is handed to the browser as text, so it needs nothing from here. Each Chinese sign is a word.
        miniSearch: { options: { tokenize: (text) => text.match(/\p{Script=Han}|[\p{L}\p{M}\p{N}]+/gu) ?? [] } },
        locales: {
          root: { translations: { button: { buttonText: 'Documents', buttonAriaLabel: 'Search the documents' } } },
          zh: {
            translations: {
              button: { buttonText: '搜索文档', buttonAriaLabel: '搜索文档' },
              modal: {
                displayDetails: '显示详情',
                resetButtonTitle: '清除',
                backButtonTitle: '关闭',
                noResultsText: '没有找到',
                footer: { selectText: '打开', navigateText: '移动', closeText: '关闭' },
              },
            },
          },
        },
      },
    },
  },
  async transformHtml(html, _file, { pageData }) {
    const { kind, provider, part } = pageData.frontmatter
    if (kind !== 'provider') return undefined
    const placed = providers.find(({ id }) => id === provider)
    const known = allProviders.find(({ id }) => id === provider)
    if (placed === undefined || known === undefined) throw new Error(`There is no provider ${String(provider)}`)
    const language = pageData.relativePath.startsWith('zh/') ? 'zh' : 'en'
    const root = `${base}${language === 'zh' ? 'zh/' : ''}`
    const examples = part === 0 ? await examplesOf(placed, known, `${root}playground/`) : []
    const content = providerHtml(placed, Number(part), { language, catalog: `${root}catalog/`, examples })
    const marked = /(<div class="provider-page"[^>]*>)/
    if (!marked.test(html)) throw new Error(`The page of ${placed.id} has no place for its rows`)
    return html.replace(marked, (open) => open + content)
  },
  buildEnd({ outDir }) {
    for (const { path, text } of documents) {
      const file = join(outDir, path, 'index.md')
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, `${text}\n`)
    }
    writeFileSync(join(outDir, 'llms.txt'), llmsText(documents, providers, address))
    writeFileSync(join(outDir, 'llms-full.txt'), `${llmsFullText(documents)}\n`)
  },
  vite: {
    define: {
      SITE_INDEX: JSON.stringify(index),
      SITE_PROVIDERS: JSON.stringify(providers.map(({ id, name, rows }) => [id, name, rows.length])),
    },
    build: { chunkSizeWarningLimit: 2000 },
  },
})

// What the pages share of the catalog.
import { useData, withBase } from 'vitepress'
import { CatalogSearch } from '../../search/search.ts'
import { languageOf, type Language, words } from '../../words.ts'

declare const SITE_INDEX: string
declare const SITE_PROVIDERS: readonly (readonly [id: string, name: string, rows: number])[]

/** All providers: id, name and how many codes each has. */
export const providers: readonly (readonly [id: string, name: string, rows: number])[] = SITE_PROVIDERS

let search: CatalogSearch | undefined

/** The one search of this page's visit, so that what was loaded is loaded once. */
export function catalogSearch(): CatalogSearch {
  search ??= new CatalogSearch(async (file) => {
    const response = await fetch(withBase(`/catalog-index/${SITE_INDEX}/${file}`))
    if (!response.ok) throw new Error(`${file}: HTTP ${response.status}`)
    return response.arrayBuffer()
  })
  return search
}

/** The language of the page, its words, and the path at which its part of the site begins. */
export function usePage(): { language: Language; say: (typeof words)[Language]; root: string } {
  const language = languageOf(useData().lang.value)
  return { language, say: words[language], root: withBase(language === 'zh' ? '/zh/' : '/') }
}

// Where the meaning of a row was published, as a link.
import { words, type Language } from '../words.ts'
import { escapeHtml } from './html.ts'

/** The sources of one page, each with its number. */
export class Sources {
  private readonly numbers = new Map<string, number>()
  private readonly verified: Readonly<Record<string, string>>

  /** @param verified source → the day on which it was last read */
  constructor(verified: Readonly<Record<string, string>>) {
    this.verified = verified
  }

  /** The number of a source on this page. */
  numberOf(source: string): number {
    let number = this.numbers.get(source)
    if (number === undefined) this.numbers.set(source, (number = this.numbers.size + 1))
    return number
  }

  html(language: Language): string {
    const items = [...this.numbers].map(([source, number]) => {
      const day = this.verified[source]
      const read = day === undefined ? '' : `, ${words[language].verified(day)}`
      return `<li id="source-${number}">${sourceHtml(source, language)}${read}</li>`
    })
    return `<ol class="sources">${items.join('')}</ol>`
  }
}

/** `names` before a citation says that the row spells out the identifier, since the source has nothing else. */
function sourceHtml(source: string, language: Language): string {
  const [, names = '', citation = ''] = /^(names )?(.*)$/.exec(source) ?? []
  const prefix = escapeHtml(names)
  if (/^https?:/.test(citation)) return prefix + link(citation, citation)
  const file = /^([\w.-]+\/[\w.-]+)@(\w+) (.+)$/.exec(citation)
  if (file !== null) {
    const [, repository = '', commit = '', path = ''] = file
    const at = path.split('/').map(encodeURIComponent).join('/')
    return prefix + link(`https://github.com/${repository}/blob/${commit}/${at}`, citation)
  }
  const seed = /^seed:(\d+)$/.exec(citation)
  return prefix + escapeHtml(seed === null ? citation : words[language].seed(seed[1] ?? ''))
}

function link(url: string, text: string): string {
  return `<a href="${escapeHtml(url)}" rel="noreferrer">${escapeHtml(text)}</a>`
}

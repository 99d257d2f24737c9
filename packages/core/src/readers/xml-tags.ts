import type { Reader } from '../answer.ts'

const mostTags = 2048
const mostDepth = 32
const entities: ReadonlyMap<string, string> = new Map([
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&amp;', '&'],
  ['&quot;', '"'],
  ['&apos;', "'"],
])

type Tags = { [name: string]: unknown }

/**
 * XML as nested records of tag names: `<Error><Code>X</Code></Error>` → `{ Error: { Code: 'X' } }`.
 * Attributes stand among the elements, text beside either is `$`; namespaces, comments and processing instructions are dropped, repeated
 * tags become an array, CDATA is text.
 * No document type (nothing is ever expanded), no entities beyond the five of XML 1.0, at most 2,048 tags and a depth of 32.
 */
export const xmlTags: Reader = {
  name: 'xmlTags',
  read(text) {
    if (!/^\s*<[?!\w]/.test(text.slice(0, 256))) return undefined
    const root: Tags = { __proto__: null }
    const open: { name: string; tags: Tags; text: string }[] = []
    let count = 0
    for (let at = text.indexOf('<'); at >= 0;) {
      let end: number
      if (text.startsWith('<![CDATA[', at)) {
        end = text.indexOf(']]>', at)
        if (end < 0) return undefined
        const top = open.at(-1)
        if (top !== undefined) top.text += text.slice(at + 9, end)
        end += 2
      } else if (text.startsWith('<!--', at)) {
        end = text.indexOf('-->', at)
        if (end < 0) return undefined
        end += 2
      } else {
        end = text.indexOf('>', at)
        if (end < 0 || text.startsWith('<!', at)) return undefined
        const tag = text.slice(at + 1, end)
        if (tag.startsWith('/')) {
          const closed = open.pop()
          if (closed === undefined || closed.name !== local(tag.slice(1))) return undefined
          const words = closed.text.trim()
          // Text beside attributes is kept as `$`.
          if (words !== '' && Object.keys(closed.tags).length > 0) put(closed.tags, '$', words)
          const value = Object.keys(closed.tags).length === 0 ? words : closed.tags
          put(open.at(-1)?.tags ?? root, closed.name, value)
        } else if (!tag.startsWith('?')) {
          if (++count > mostTags || open.length >= mostDepth) return undefined
          const name = local(tag)
          if (name === '') return undefined
          const tags = attributesOf(tag)
          const isEmpty = Object.keys(tags).length === 0
          if (tag.endsWith('/')) put(open.at(-1)?.tags ?? root, name, isEmpty ? '' : tags)
          else open.push({ name, tags, text: '' })
        }
      }
      const next = text.indexOf('<', end + 1)
      const top = open.at(-1)
      if (top !== undefined && next > end + 1) top.text += unescape(text.slice(end + 1, next))
      at = next
    }
    return open.length > 0 || count === 0 ? undefined : root
  },
}

/** Attributes stand among the elements, by their local names; namespace declarations are none. */
function attributesOf(tag: string): Tags {
  const tags: Tags = { __proto__: null }
  for (const [, name = '', double, single] of tag.matchAll(/\s([\w:.-]{1,128})\s?=\s?(?:"([^"<]*)"|'([^'<]*)')/g))
    if (!/^xml(?:ns)?(?::|$)|^xsi:/.test(name)) tags[local(name)] = unescape(double ?? single ?? '')
  return tags
}

function local(tag: string): string {
  const name = /^[^\s/]{0,256}/.exec(tag)?.[0] ?? ''
  return name.slice(name.indexOf(':') + 1)
}

function unescape(text: string): string {
  return text.replace(/&(?:lt|gt|amp|quot|apos|#(x[\da-f]{1,6}|\d{1,7}));/gi, (entity, digits: string | undefined) => {
    if (digits === undefined) return entities.get(entity) ?? entity
    const point = Number(`0${digits}`)
    return point <= 0x10ffff ? String.fromCodePoint(point) : entity
  })
}

function put(tags: Tags, name: string, value: unknown): void {
  const before = tags[name]
  if (Array.isArray(before)) before.push(value)
  else tags[name] = before === undefined ? value : [before, value]
}

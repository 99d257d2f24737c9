import type { Reader } from '../answer.ts'

/** An HTML page as `{ title, text }`: its title, and its words without markup (of the first 64 KiB). */
export const html: Reader = {
  name: 'html',
  read(text) {
    const page = text.slice(0, 65_536)
    if (!/^\s*(?:<!--|<!doctype html|<html|<head|<meta|<title|<body|<center|<h1)/i.test(page)) return undefined
    const start = page.search(/<title[\s>]/i)
    const open = start < 0 ? -1 : page.indexOf('>', start)
    const close = open < 0 ? -1 : page.indexOf('<', open)
    return { title: close < 0 ? '' : words(page.slice(open + 1, close)), text: words(page) }
  },
}

/** Cuts markup by scanning once; scripts and styles go with their content. */
function words(markup: string): string {
  let kept = ''
  for (let at = 0; at < markup.length;) {
    const open = markup.indexOf('<', at)
    if (open < 0) {
      kept += markup.slice(at)
      break
    }
    kept += `${markup.slice(at, open)} `
    const raw = /^<(script|style)/i.exec(markup.slice(open, open + 8))?.[1]
    const close = raw === undefined ? open : markup.indexOf(`</${raw}`, open)
    const end = close < 0 ? -1 : markup.indexOf('>', close)
    if (end < 0) break
    at = end + 1
  }
  return kept
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim()
}

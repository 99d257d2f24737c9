import type { Reader } from '@unifault/core'

const most = 65_536
const mostParts = 128

/**
 * `multipart/mixed` whose parts are HTTP answers, as Google's batches are: `{ parts: [{ status, headers, body }] }`.
 * https://developers.google.com/workspace/drive/api/guides/performance#batch-requests
 */
export const multipart: Reader = {
  name: 'multipart',
  read(text) {
    const boundary = /^\s{0,4}(--[\w'()+,./:=?-]{1,70})\r?\n/.exec(text.slice(0, 128))?.[1]
    if (boundary === undefined || text.length > most) return undefined
    const parts = text.split(boundary, mostParts + 2).slice(1)
    return { parts: parts.map(partOf).filter((part) => part !== undefined) }
  },
}

function partOf(part: string): object | undefined {
  const start = /HTTP\/\d(?:\.\d)? (\d{3})[^\r\n]*\r?\n/.exec(part)
  if (start === null) return undefined
  const answer = part.slice(start.index + start[0].length)
  const end = /\r?\n\r?\n/.exec(answer)
  const lines = answer.slice(0, end?.index).split(/\r?\n/)
  const headers = lines.map((line) => {
    const cut = line.indexOf(':')
    return { name: line.slice(0, cut), value: line.slice(cut + 1).trim() }
  })
  const body = end === null ? '' : answer.slice(end.index + end[0].length).trim()
  return { status: Number(start[1]), headers, body }
}

import { bareText, utf8Hex } from './bare-text.ts'

function base64(text: string): string {
  let binary = ''
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte)
  return btoa(binary).replace(/={1,2}$/, '')
}

/** Percent-encoded as the encoders do it, which differ in `!'()*~/` and the space, in capitals or not, once or twice. */
function percentForms(text: string): string[] {
  const component = encodeURIComponent(text)
  const strict = component.replace(/[!'()*~]/g, (character) => `%${utf8Hex(character).toUpperCase()}`)
  const rfc3986 = strict.replace(/%7E/g, '~')
  return [component, strict, rfc3986, rfc3986.replace(/%2F/g, '/'), strict.replace(/%2A/g, '*')].flatMap((one) => [
    one,
    one.replace(/%20/g, '+'),
    one.replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase()),
    encodeURIComponent(one),
  ])
}

/** The ways in which an answer may echo a value: as it is, percent-encoded, form-encoded, in JSON or HTML, base64, base64url and hex. */
export function secretForms(value: string): Set<string> {
  const plain = value.toWellFormed()
  const encoded = base64(plain)
  const digits = utf8Hex(plain)
  const json = JSON.stringify(plain).slice(1, -1)
  const ascii = json.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return new Set([
    plain,
    ...percentForms(plain),
    encodeURI(plain),
    json,
    ascii,
    ascii.replace(/\//g, '\\/'),
    plain.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`),
    plain.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;'),
    encoded,
    encoded.replace(/\+/g, '-').replace(/\//g, '_'),
    digits,
    digits.toUpperCase(),
  ])
}

/** Fewer characters would be found in ordinary words. */
const shortest = 6
/** A longer value is known by any piece of it: some of it may have gone already. */
const piece = 24

/** What `bareText` leaves of a text that holds a value in whatever encoding: as it is, in hex, or in base64 of more than the value. */
export function bareForms(value: string): string[] {
  const plain = value.toWellFormed()
  const forms = [plain, utf8Hex(plain)]
  for (const before of [0, 1, 2]) {
    const encoded = base64(' '.repeat(before) + plain)
    forms.push(encoded.slice(Math.ceil((before * 4) / 3), encoded.length % 4 === 0 ? undefined : -1)) // without what neighbours change
  }
  const pieces: string[] = []
  for (const form of forms) {
    const bare = bareText(form)
    for (let at = 0; bare.length - at >= shortest; at += piece) pieces.push(bare.slice(at, at + piece))
  }
  return pieces
}

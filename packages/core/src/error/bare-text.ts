/** Percent, JavaScript and HTML escapes; of the named ones only `&amp;` leads to another. */
const escapes = /%([\da-f]{2})|\\x([\da-f]{2})|\\u([\da-f]{4})|&#x([\da-f]{1,6});|&#(\d{1,7});|&[a-z]{2,8};|\\[bfnrt]/gi

function decode(
  whole: string,
  byte: string | undefined,
  x: string | undefined,
  unit: string | undefined,
  hexadecimal: string | undefined,
  decimal: string | undefined,
): string {
  const digits = byte ?? x ?? unit ?? hexadecimal
  const point = digits === undefined ? Number(decimal) : Number.parseInt(digits, 16)
  if (!(point <= 0x10ffff)) return whole.toLowerCase() === '&amp;' ? '&' : ''
  return byte !== undefined && point > 127 ? byte : String.fromCodePoint(point)
}

/**
 * What is left of a text however it was encoded, wrapped or interspersed: escapes decoded in layers, small letters, other letters as
 * their UTF-8 bytes in hex, and no blanks or signs that encodings add or exchange. Texts that hold the same have it in common.
 */
export function bareText(text: string): string {
  let bare = text
  for (let layer = 0; layer < 4 && /[%&\\]/.test(bare); layer++) bare = bare.replace(escapes, decode)
  return bare
    .replace(/[^\0-\u007F]+/g, utf8Hex)
    .toLowerCase()
    .replace(/[^!-~]|[\\+/=_:*<>"'&-]/g, '')
}

/** A text's UTF-8 bytes in hex. */
export function utf8Hex(text: string): string {
  let digits = ''
  for (const byte of new TextEncoder().encode(text)) digits += byte.toString(16).padStart(2, '0')
  return digits
}

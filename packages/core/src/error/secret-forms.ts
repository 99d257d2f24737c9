function base64(text: string): string {
  let binary = ''
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte)
  return btoa(binary).replace(/=+$/, '')
}

function hex(text: string): string {
  let digits = ''
  for (const byte of new TextEncoder().encode(text)) digits += byte.toString(16).padStart(2, '0')
  return digits
}

/** The ways in which an answer may echo a value: as it is, percent-encoded, form-encoded, in JSON or HTML, base64, base64url and hex. */
export function secretForms(value: string): Set<string> {
  const plain = value.toWellFormed()
  const percent = encodeURIComponent(plain)
  const encoded = base64(plain)
  const digits = hex(plain)
  return new Set([
    value,
    percent,
    percent.replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase()),
    encodeURIComponent(percent),
    percent.replace(/%20/g, '+'),
    encodeURI(plain),
    JSON.stringify(plain).slice(1, -1),
    plain.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`),
    plain.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;'),
    encoded,
    encoded.replace(/\+/g, '-').replace(/\//g, '_'),
    digits,
    digits.toUpperCase(),
  ])
}

/** A piece of so many letters and digits gives a secret away. A shorter secret does as a whole word. */
const enough = 10

const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** A text as somebody reads it who undoes all escapes: of URLs, JavaScript and HTML. */
function plainOf(text: string): string {
  for (let last = ''; last !== text;) {
    last = text
    text = last
      .replace(/(?:%[\da-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString())
      .replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, (_all, hex?: string, decimal?: string) =>
        String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)),
      )
      .replace(/&(amp|lt|gt|quot|apos);/g, (_all, name: string) => names[name] ?? '')
      .replace(/\\u([\da-f]{4})|\\x([\da-f]{2})/gi, (_all, long?: string, short?: string) =>
        String.fromCharCode(Number.parseInt(long ?? short ?? '', 16)),
      )
      .replace(/\\(["'\\/bfnrt])/g, (_all, sign: string) => (/["'\\/]/.test(sign) ? sign : ' '))
  }
  return text
}

/** The letters and digits of a text, and `*`, where something was hidden. */
function lettersOf(text: string): string {
  return text.normalize('NFKD').replace(/[^\p{L}\p{N}*]/gu, '')
}

/**
 * The part of what was echoed that a view shows; undefined when it shows none. Signs that stay, such as the `==` at an end or the
 * dashes of PEM, tell nothing; the labels between those dashes are the same for everybody.
 */
export function revealed(view: string, ...echoes: readonly string[]): string | undefined {
  return inPlain(plainOf(view), echoes)
}

/** The same of many views. */
export function revealedIn(views: readonly string[], ...echoes: readonly string[]): string | undefined {
  for (const view of new Set(views)) {
    const found = revealed(view, ...echoes)
    if (found !== undefined) return `${found} in ${view}`
  }
  return undefined
}

function inPlain(plain: string, echoes: readonly string[]): string | undefined {
  const letters = lettersOf(plain)
  for (const echo of echoes) {
    const whole = lettersOf(plainOf(echo).replace(/-----(?:BEGIN|END)[^-]*-----/g, '')).replaceAll('*', '')
    for (let at = 0; at + enough <= whole.length; at++)
      if (letters.includes(whole.slice(at, at + enough))) return whole.slice(at, at + enough)
    if (whole.length > 0 && whole.length < enough) {
      // Where its first and last letter stand, with any signs between, as a word of its own.
      const spaced = Array.from(whole).join('[^\\p{L}\\p{N}*]*')
      if (new RegExp(`(?<![\\p{L}\\p{N}])${spaced}(?![\\p{L}\\p{N}])`, 'u').test(plain.normalize('NFKD'))) return whole
    }
  }
  return undefined
}

/** Every text in a value, unescaped, in one. */
export function textsOf(value: unknown): string {
  const texts: string[] = []
  JSON.stringify(value, (key, inner: unknown) => {
    texts.push(key)
    if (typeof inner === 'string') texts.push(inner)
    return inner
  })
  return texts.join('\n')
}

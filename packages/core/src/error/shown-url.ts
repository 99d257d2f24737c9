/** A path segment that looks like a credential: a bot token (`bot123:…`), user info, a long mix with digits, or a token by its start. */
export const secretSegment: RegExp = /^bot\d+:|:[^:@]+@|^(?=.*\d).{21,}$|^eyJ/

/** A URL fit to be shown: origin and path, without user info, query and fragment, secret path segments as `*`. */
export function shownUrl(url: URL | undefined, scrub: (text: string, most?: number) => string): string | undefined {
  if (url === undefined) return undefined
  const path = url.pathname
    .slice(0, 4096)
    .split('/')
    .map((segment) => (secretSegment.test(segment) ? '*' : segment))
    .join('/')
  const origin = url.origin === 'null' ? `${url.protocol}//${url.host}` : url.origin
  return scrub(origin + path)
}

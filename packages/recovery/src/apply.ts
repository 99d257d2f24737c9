import type { Fields, Outgoing } from '@unifault/core/adapter'

/**
 * Applies a credential to a copy of a request.
 *
 * @returns what was set, as text; undefined when the call had a header or a parameter of the same name: it carries the user's own
 */
export function applied<C>(
  request: Outgoing,
  credential: C,
  apply: (request: Outgoing, credential: C) => void,
): string | undefined {
  let text: string | undefined = ''
  const watched = (fields: Fields): Fields => {
    const set = new Set<string>()
    return {
      get: (name) => fields.get(name),
      delete: (name) => fields.delete(name),
      set(name, value) {
        if (!set.has(name) && fields.get(name) !== undefined) text = undefined
        if (text !== undefined) text += name + value
        set.add(name)
        fields.set(name, value)
      },
    }
  }
  // A client may have to work for its URL, and for a copy: only where that is asked for.
  const shown: Outgoing = {
    method: request.method,
    get url() {
      return request.url
    },
    get native() {
      return request.native
    },
    headers: watched(request.headers),
    query: watched(request.query),
  }
  apply(shown, credential)
  return text
}

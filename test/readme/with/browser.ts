/** The part of a page that the documents' programs use. */
Object.assign(globalThis, { location: { assign: (path: string) => console.log('location.assign', path) } })

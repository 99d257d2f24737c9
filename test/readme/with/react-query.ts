// `@tanstack/react-query` exports all of its core; the documents use no more of it.
export * from '@tanstack/query-core'

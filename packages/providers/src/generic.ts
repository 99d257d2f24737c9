import { defineProvider, googleRpc, graphql, oauth, problemJson, type Provider } from '@unifault/core'

/** The opt-in fallback for unknown hosts. */
export const generic: Provider<'generic'> = defineProvider({
  id: 'generic',
  dialects: [problemJson, googleRpc, graphql, oauth],
})

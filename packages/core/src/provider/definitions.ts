/**
 * What providers are defined with, and nothing that judges: a catalog of providers imports this alone.
 * Each name is also in the package's main entry.
 */
export { form } from '../reading/form.ts'
export { gb18030 } from '../reading/gb18030.ts'
export { html } from '../reading/html.ts'
export { jsonp } from '../reading/jsonp.ts'
export { xmlTags } from '../reading/xml-tags.ts'
export { defineProvider } from './define-provider.ts'
export { envelope } from './envelope.ts'
export { googleRpc } from './google-rpc.ts'
export { graphql } from './graphql.ts'
export { oauth } from './oauth.ts'
export { problemJson } from './problem-json.ts'
export { withCodes } from './with-codes.ts'

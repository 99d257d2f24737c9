/** The adapters of axios that Node has. */
export const adapters = ['http', 'fetch'] as const

// What bundles weigh, looked at after each change by one bundler: `pnpm size`. The promises stand in `conformance/bundlers/cases.ts`.

/** A build for production: webpack and Vite set this condition by themselves. */
const modifyRolldownConfig = (config: object): object => ({
  ...config,
  platform: 'browser',
  resolve: { conditionNames: ['browser', 'production', 'import', 'module', 'default'] },
})

const checks = [
  {
    name: 'core + axios',
    path: 'packages/axios/dist/index.js',
    import: '{ installApiErrors, isApiError }',
    ignore: ['axios'],
    limit: '20.2 kB',
  },
  {
    name: 'core + ky',
    path: 'packages/ky/dist/index.js',
    import: '{ wrapKy, isApiError }',
    ignore: ['ky'],
    limit: '26.7 kB',
  },
  {
    name: 'core + fetch',
    path: 'packages/fetch/dist/index.js',
    import: '{ wrapFetch, isApiError }',
    limit: '24.0 kB',
  },
  {
    name: 'bilibili alone',
    path: 'packages/providers/dist/bilibili.js',
    import: '{ bilibili }',
    limit: '4.5 kB',
  },
].map((one) => ({ ...one, gzip: true, modifyRolldownConfig }))

// oxlint-disable-next-line import/no-default-export -- what size-limit reads
export default checks

// What Vite adds to the language, as far as it is used here.
declare module '*.vue' {
  import type { Component } from 'vue'
  const component: Component
  // oxlint-disable-next-line import/no-default-export -- how Vite gives it
  export default component
}

declare module '*.css'

interface ImportMeta {
  /** Modules by their paths, each loaded when its function is called. */
  glob<T>(pattern: string): Record<string, () => Promise<T>>
}

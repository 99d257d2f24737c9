import { cpSync, mkdirSync, readdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const clients = ['axios', 'ky', 'neverthrow'] as const

/** Client → the folder of the version that is meant. */
export type Clients = Readonly<Record<(typeof clients)[number], string>>

/** The versions that are installed here. */
export function standing(which: 'lowest' | 'newest'): Clients {
  const place = (client: string): string => join(import.meta.dirname, 'node_modules', `${client}-${which}`)
  return { axios: place('axios'), ky: place('ky'), neverthrow: place('neverthrow') }
}

/** A project in which the packed packages stand beside some versions of the clients. */
export function layOut(project: string, folder: string, given: Clients): void {
  const scope = join(folder, 'node_modules/@unifault')
  mkdirSync(scope, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}')
  const packed = join(project, 'node_modules/@unifault')
  for (const name of readdirSync(packed))
    cpSync(realpathSync(join(packed, name)), join(scope, name), { recursive: true })
  for (const [client, from] of Object.entries(given))
    symlinkSync(realpathSync(from), join(folder, 'node_modules', client), 'dir')
}

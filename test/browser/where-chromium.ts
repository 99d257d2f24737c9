// Where the tests' browser is, and how it is started: for every tool that drives it.
import { existsSync } from 'node:fs'

/** Where the browser is; `CHROMIUM` names another place. */
export const executablePath: string = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

/** Whether there is a browser to start. */
export const hasChromium: boolean = existsSync(executablePath)

/** It asks nothing of the network on its own. */
export const flags: string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

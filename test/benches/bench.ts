// Speed as ratios inside one run, each table with an A/A row: `pnpm bench`. Nothing here can fail; the numbers are to be read.
import { benchClassifier } from './bench-classifier.ts'
import { benchClients } from './bench-clients.ts'
import { benchImports } from './bench-imports.ts'

benchClassifier()
benchImports()
await benchClients()

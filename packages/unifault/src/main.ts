#!/usr/bin/env node
import { run } from './program.ts'

const exitCode = await run(process.argv.slice(2))
process.exitCode ??= exitCode

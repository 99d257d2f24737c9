// Requires each of the given entries, as CommonJS does, and prints which failed: specifier → error.
const { readFileSync } = require('node:fs')

const failed = {}
for (const specifier of JSON.parse(readFileSync(0, 'utf8')))
  try {
    if (Object.keys(require(specifier)).length === 0 && !specifier.endsWith('/codes'))
      failed[specifier] = 'it has no names'
  } catch (error) {
    failed[specifier] = String(error)
  }
process.stdout.write(JSON.stringify(failed))

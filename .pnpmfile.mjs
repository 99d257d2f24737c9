// What pnpm does beyond its settings.

/** The condition by which this repository runs its own sources; what is published has none. */
const condition = 'unifault-source'

function withoutCondition(value) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const kept = Object.entries(value).filter(([key]) => key !== condition)
  return Object.fromEntries(kept.map(([key, one]) => [key, withoutCondition(one)]))
}

export const hooks = {
  beforePacking: (manifest) => withoutCondition(manifest),
}

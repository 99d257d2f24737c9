import { describe, expect, it } from 'vitest'
import { planOf } from './plan.ts'
import type { Source } from './source.ts'
import { sources } from './sources.ts'

const source = (repository: string): Source => ({ repository, provider: 'acme', dialect: 'api', read: () => [] })

describe('the plan of a regular import', () => {
  it('visits each repository once, with all that is read from it', () => {
    const plan = planOf({ b: source('z/two'), a: source('a/one'), c: source('z/two') })
    expect(plan).toEqual([
      { name: 'a-one', repository: 'a/one', package: '', sources: 'a' },
      { name: 'z-two', repository: 'z/two', package: '', sources: 'b c' },
    ])
  })

  it('leaves out sources that stand in many repositories', () => {
    expect(planOf({ many: source('owner/*') })).toEqual([])
  })

  it('takes a package where the repository does not hold what is read', () => {
    expect(planOf({ one: source('ccxt/ccxt') })).toEqual([
      { name: 'ccxt-ccxt', repository: '', package: 'ccxt', sources: 'one' },
    ])
  })

  it('names every source that has one repository', () => {
    const planned = planOf(sources).flatMap((visit) => visit.sources.split(' '))
    const single = Object.entries(sources).filter(([, { repository }]) => !repository.includes('*'))
    expect(planned.toSorted()).toEqual(single.map(([name]) => name).toSorted())
  })

  it('fits one matrix of a workflow', () => {
    expect(planOf(sources).length).toBeLessThanOrEqual(256)
  })
})

// Throws answers at the classifier and texts at every reader, and says what broke:
//   pnpm fuzz [executions] [seed]
// A finding names the seed of its batch: `pnpm fuzz 1000 <seed>` repeats that batch alone.
import { inspect } from 'node:util'
import { createClassifier, type RawResponse } from '@unifault/core'
import { allProviders, generic } from '@unifault/providers'
import fc from 'fast-check'
import { mutatedAnswer, structuredAnswers } from './answers.ts'
import { corpus } from './corpus.ts'
import { brokenInvariant } from './invariants.ts'
import { mutateBytes, mutateText } from './mutate.ts'
import { parsers } from './parsers.ts'
import { Random } from './random.ts'

const executions = Number(process.argv[2] ?? 200_000)
const firstSeed = Number(process.argv[3] ?? Date.now() % 1_000_000_000)
if (!Number.isSafeInteger(executions) || !Number.isSafeInteger(firstSeed))
  throw new TypeError('pnpm fuzz [executions] [seed]')

const perBatch = 1000
const findings = new Map<string, string>()
const slowest = { ms: 0, what: '' }
let seed = firstSeed
let done = 0

const onDefect = ({ error, at }: { error: unknown; at: string }): void =>
  found(`${at} threw ${error instanceof Error ? error.message.slice(0, 60) : typeof error}`, error)
const unbound = createClassifier(allProviders, { fallback: generic, onDefect })
const bound = [...allProviders, generic].map((provider) => createClassifier(provider, { onDefect }))

function found(what: string, example: unknown): void {
  const shown = inspect(example, { depth: 4, breakLength: Infinity, maxStringLength: 2000 })
  if (!findings.has(what)) findings.set(what, `seed ${seed}: ${shown}`)
}

/** The time of a step, asked again when it is long: a busy machine is no finding. */
function timed(what: () => string, step: () => void): void {
  let ms = Infinity
  for (let tries = 0; tries < 4; tries++) {
    const start = performance.now()
    step()
    ms = Math.min(ms, performance.now() - start)
    if (ms <= slowest.ms) return
  }
  slowest.ms = ms
  slowest.what = what()
}

function judge(answer: RawResponse, random: Random): void {
  const classify = random.below(4) === 0 ? random.pick(bound) : unbound
  done++
  try {
    timed(
      () => `seed ${seed}: ${inspect(answer, { maxStringLength: 500, breakLength: Infinity })}`,
      () => void classify(answer),
    )
    const error = classify(answer)
    const again = classify(answer)
    if (error?.reason !== again?.reason || error?.code !== again?.code || error?.retry !== again?.retry)
      found('a verdict differs when it is asked again', answer)
    if (error === undefined) return
    const broken = brokenInvariant(error, random.below(16) === 0)
    if (broken !== undefined) found(broken, [answer, error])
  } catch (error) {
    found(`it threw ${String(error).slice(0, 100)}`, [answer, error])
  }
}

function read(random: Random): void {
  const text = mutateText(random.pick(corpus).body, random)
  const bytes = mutateBytes(new TextEncoder().encode(text), random)
  const [name, parse] = random.pick(Object.entries(parsers))
  done++
  try {
    timed(
      () => `seed ${seed}: ${name}`,
      () => void parse(text, bytes),
    )
  } catch (error) {
    found(`${name} threw ${String(error).slice(0, 100)}`, text)
  }
}

const start = performance.now()
for (; done < executions; seed++) {
  const random = new Random(seed)
  for (const answer of fc.sample(structuredAnswers, { numRuns: perBatch * 0.3, seed })) judge(answer, random)
  for (let index = 0; index < perBatch * 0.5; index++) judge(mutatedAnswer(random), random)
  for (let index = 0; index < perBatch * 0.2; index++) read(random)
}

console.log(
  `${done} executions in ${Math.round((performance.now() - start) / 1000)} s, seeds ${firstSeed} to ${seed - 1}`,
)
console.log(`slowest answer: ${slowest.ms.toFixed(2)} ms (${slowest.what})`)
console.log(`${findings.size} findings`)
for (const [what, example] of findings) console.log(`- ${what}\n  ${example}`)
process.exitCode = findings.size === 0 ? 0 : 1

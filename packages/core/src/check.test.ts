import { describe, expect, test } from 'vitest'
import { ownOptions } from './answer.ts'
import { type Check, checkKind, checkOptions, invalidOption, isReason, type Kind, passKind } from './check.ts'

describe('the error for a bad option', () => {
  test.each([
    ['text', '"text"'],
    [undefined, 'undefined'],
    [null, 'null'],
    [5, '5'],
    [{ a: 1 }, '{"a":1}'],
    [() => 1, 'a function'],
    [Symbol('x'), 'Symbol(x)'],
    [1n, 'bigint'],
  ])('shows %s as %s', (value, shown) => {
    const error = invalidOption('a.b', 'fit', value)
    expect(error).toBeInstanceOf(TypeError)
    expect(error.message).toBe(`\`a.b\` must be fit, got ${shown}`)
  })

  test('is short, and never throws', () => {
    const cyclic: unknown[] = []
    cyclic.push(cyclic)
    expect(invalidOption('a', 'fit', cyclic).message).toMatch(/, got object$/)
    expect(invalidOption('a', 'fit', 'x'.repeat(10_000)).message.length).toBeLessThan(200)
    const thrower = {
      toJSON(): never {
        throw new Error('x')
      },
    }
    expect(invalidOption('a', 'fit', thrower).message).toMatch(/, got object$/)
  })
})

describe('kinds', () => {
  const odd: Check = (value, name) => {
    if (Number(value) % 2 !== 1) throw invalidOption(name, 'odd', value)
  }
  test.each<[Kind, unknown, string | undefined]>([
    ['function', () => 1, undefined],
    ['function', 'x', '`a` must be a function, got "x"'],
    ['boolean', false, undefined],
    ['boolean', 0, '`a` must be a boolean, got 0'],
    ['number', 5, undefined],
    ['number', '5', '`a` must be a number, got "5"'],
    ['string', '', undefined],
    ['string', 5, '`a` must be a string, got 5'],
    ['object', {}, undefined],
    ['object', [], undefined],
    ['object', null, '`a` must be an object, got null'],
    [['x', 5, false], 5, undefined],
    [['x', 5, false], 'y', '`a` must be one of \'x\', 5, false, got "y"'],
    [odd, 5, undefined],
    [odd, 4, '`a` must be odd, got 4'],
  ])('%j for %s: %s', (kind, value, message) => {
    const check = (): void => checkKind(kind, value, 'a')
    if (message === undefined) expect(check).not.toThrow()
    else expect(check).toThrow(new TypeError(message))
  })
})

describe('an object of options', () => {
  const kinds = { a: 'string', b: 'boolean' } as const

  test('may leave out and give `undefined`', () => {
    for (const options of [{}, { a: 'x' }, { a: undefined, b: undefined }, { b: true }])
      expect(() => checkOptions(options, kinds)).not.toThrow()
  })

  test.each([
    [undefined, '', '`options` must be an object, got undefined'],
    [null, 'dialects[0].', '`dialects[0]` must be an object, got null'],
    ['x', '', '`options` must be an object, got "x"'],
    [{ c: 1 }, '', '`c` is not an option; expected one of a, b'],
    [{ c: undefined }, 'x.', '`x.c` is not an option; expected one of a, b'],
    [{ toString: 1 }, '', '`toString` is not an option; expected one of a, b'],
    [JSON.parse('{"__proto__":1}'), '', '`__proto__` is not an option; expected one of a, b'],
    [{ a: 5 }, 'x.', '`x.a` must be a string, got 5'],
    [{ a: null }, '', '`a` must be a string, got null'],
  ])('%j at %j is refused: %s', (options, path, message) => {
    expect(() => checkOptions(options, kinds, path)).toThrow(new TypeError(message))
  })

  test('as a copy inherits nothing', () => {
    const copy = ownOptions({ a: 1 })
    expect(Object.keys(copy)).toEqual(['a'])
    expect((copy as { toString?: unknown }).toString).toBeUndefined()
  })
})

test.each(['ok', 'fast', '', undefined, '__proto__', 'auth'])('%s is no reason', (value) => {
  expect(() => isReason(value, 'reason')).toThrow(/^`reason` must be a reason, got /)
})

describe('which errors are passed', () => {
  test.each([[[]], [['throttled']], [['auth', 'rate-limit', 'param', 'server']], [() => true]])('%s', (value) => {
    expect(() => passKind(value, 'pass')).not.toThrow()
  })

  test.each([
    ['throttled', '`pass` must be an array of reasons or categories, or a function, got "throttled"'],
    [['throttled', 'fast'], '`pass[1]` must be a reason or a category, got "fast"'],
    [['ok'], '`pass[0]` must be a reason or a category, got "ok"'],
    [['toString'], '`pass[0]` must be a reason or a category, got "toString"'],
  ])('%j is refused: %s', (value, message) => {
    expect(() => passKind(value, 'pass')).toThrow(new TypeError(message))
  })
})

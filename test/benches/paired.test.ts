import { expect, test } from 'vitest'
import { ratios } from './paired.ts'

const nothing = (): void => undefined

test('a ratio is the median over the rounds, and the first case is its own measure', () => {
  const times = [
    [10, 20, 30],
    [20, 40, 90],
  ]
  expect(
    ratios(
      [
        ['one', nothing],
        ['two', nothing],
      ],
      times,
    ),
  ).toEqual([
    { name: 'one', ns: 20, ratio: 1 },
    { name: 'two', ns: 40, ratio: 2 },
  ])
})

test('a round in which the first case took no time that can be measured counts for nothing', () => {
  const times = [
    [0, 0, 10],
    [0, 20, 30],
  ]
  expect(
    ratios(
      [
        ['one', nothing],
        ['two', nothing],
      ],
      times,
    ).map(({ ratio }) => ratio),
  ).toEqual([1, 3])
})

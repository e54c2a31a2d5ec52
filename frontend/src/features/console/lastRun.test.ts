import { expect, test } from 'vitest'
import { costIn, duration } from './lastRun'

test('the cost is the rows that were asked for', () => {
  expect(
    costIn({
      data: {},
      extensions: { cost: { rows: { asked: 25, allowed: 5000 }, depth: { asked: 3, allowed: 15 } } },
    }),
  ).toEqual({
    asked: 25,
    allowed: 5000,
  })
})

test.each([null, {}, { extensions: {} }, { extensions: { cost: 3 } }])('there is none in %j', (answer) => {
  expect(costIn(answer)).toBeNull()
})

test('times are told as people read them', () => {
  expect([duration(7.6), duration(999), duration(1240)]).toEqual(['8 ms', '999 ms', '1.24 s'])
})

import { expect, test } from 'vitest'
import { money, numberIn, shown } from './values'

test.each([
  [null, ''],
  ['text', 'text'],
  [false, 'No'],
  [1.5, '1.5'],
  [['a', 2], 'a, 2'],
  [{ a: 1 }, '{"a":1}'],
])('%j is shown as %j', (value, text) => {
  expect(shown(value)).toBe(text)
})

test('an amount shows decimals only where it has some, and any currency', () => {
  expect([money(1200, 'EUR', 'en'), money(1200.5, 'EUR', 'en'), money(3, 'coins', 'en')]).toEqual([
    '€1,200',
    '€1,200.50',
    '3 coins',
  ])
})

test.each([
  [1250, 1250],
  ['1.50', 1.5],
  ['', null],
  ['-', null],
])('a field that holds %j holds the number %j', (entry, number) => {
  expect(numberIn(entry)).toBe(number)
})

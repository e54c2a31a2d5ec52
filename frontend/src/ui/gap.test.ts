import { expect, test } from 'vitest'
import { lineOf, rowIn, stepped } from './gap'

test('rows behind what is missing stand some lines further down', () => {
  expect([0, 1, 2, 3].map((row) => lineOf(row, 2))).toEqual([0, 1, 8, 9])
  expect([0, 1, 2, 7, 8, 9].map((line) => rowIn(line, 2))).toEqual([0, 1, null, null, 2, 3])
})

test('where nothing is missing each row has its own line', () => {
  expect([0, 5].map((row) => lineOf(row, null))).toEqual([0, 5])
  expect([0, 5].map((line) => rowIn(line, null))).toEqual([0, 5])
})

test('steps end at the ends of the list, and at what is missing', () => {
  expect(stepped(0, -1, 10, null)).toBe(0)
  expect(stepped(8, 15, 10, null)).toBe(9)
  expect(stepped(3, 15, 10, 5)).toBe(4)
  expect(stepped(6, -15, 10, 5)).toBe(5)
  expect(stepped(6, 1, 10, 5)).toBe(7)
})

import { expect, test } from 'vitest'
import { oneOf, withParams } from './params'

test('parameters are set and taken away, and others stay', () => {
  const params = new URLSearchParams('owner=user_1&text=ada')

  expect(withParams(params, { text: null, due: 'today' }).toString()).toBe('owner=user_1&due=today')
  expect(params.toString()).toBe('owner=user_1&text=ada')
})

test('a word that nobody knows is the usual one', () => {
  expect(oneOf('table', ['board', 'table'])).toBe('table')
  expect(oneOf('chart', ['board', 'table'])).toBe('board')
  expect(oneOf(null, ['board', 'table'])).toBe('board')
})

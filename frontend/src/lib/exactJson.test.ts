import { expect, test } from 'vitest'
import { exactText, parseExactly } from './exactJson'

test('long numbers go through unchanged', () => {
  const text = '{"big":12345678901234567890,"long":0.12345678901234567891,"id":9007199254740993}'

  expect(JSON.stringify(parseExactly(text))).toBe(text)
})

test('numbers that fit are ordinary numbers, however they are written', () => {
  expect(parseExactly('[1, 1.50, -0.25, 1e3, 1.5E-7, 100]')).toEqual([1, 1.5, -0.25, 1000, 1.5e-7, 100])
})

test('only numbers that were kept have a text', () => {
  expect([exactText(parseExactly('12345678901234567890')), exactText(1), exactText('1')]).toEqual([
    '12345678901234567890',
    undefined,
    undefined,
  ])
})

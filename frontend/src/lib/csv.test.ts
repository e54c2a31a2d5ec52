import { describe, expect, test } from 'vitest'
import { toCsv } from './csv'
import { parseExactly } from './exactJson'

describe('toCsv', () => {
  test('writes a header and rows, with what RFC 4180 asks for', () => {
    const csv = toCsv(['name', 'note'], [['Ada, Countess', 'said "go"\non']])

    expect(csv).toBe('\uFEFFname,note\r\n"Ada, Countess","said ""go""\non"\r\n')
  })

  test.each([
    ['=1+1', "'=1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['-2+3', "'-2+3"],
    ['+cmd|calc', "'+cmd|calc"],
    ['\t=1', "'\t=1"],
    ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
  ])('takes the formula out of %j', (text, cell) => {
    expect(toCsv([], [[text]])).toBe(`\uFEFF\r\n${cell}\r\n`)
  })

  test('makes no formula of a column either', () => {
    expect(toCsv(['=evil'], [])).toBe("\uFEFF'=evil\r\n")
  })

  test('leaves numbers and telephone numbers what they are', () => {
    expect(toCsv(['a', 'b', 'c'], [[-1.5, '-3', '+34600123456']])).toBe('\uFEFFa,b,c\r\n-1.5,-3,+34600123456\r\n')
  })

  test('leaves cells empty for what is not there, and writes lists as JSON', () => {
    expect(toCsv(['a', 'b', 'c', 'd'], [[null, undefined, false, ['x']]])).toBe(
      '\uFEFFa,b,c,d\r\n,,false,"[""x""]"\r\n',
    )
  })

  test('does not round', () => {
    expect(toCsv(['n'], [[parseExactly('12345678901234567890')]])).toBe('\uFEFFn\r\n12345678901234567890\r\n')
  })
})

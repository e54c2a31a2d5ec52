import { expect, test } from 'vitest'
import { entered, type Settable, settableCustom } from './settable'

const of = (kind: Settable['kind']): Settable => ({ id: 'x', label: 'X', kind })

test.each<[Settable['kind'], string, unknown]>([
  ['text', '  lead ', 'lead'],
  ['text', '12', '12'],
  ['number', '1.5', 1.5],
  ['whole', '40', 40],
  ['whole', '1.5', undefined],
  ['number', 'many', undefined],
  ['date', '2027-02-01', '2027-02-01'],
  ['choice', 'Proposal', 'Proposal'],
  ['number', ' ', null],
])('of a %s, %j is entered as %j', (kind, text, value) => {
  expect(entered(of(kind), text)).toBe(value)
})

test('a custom field is set under its name', () => {
  expect(settableCustom({ name: 'ICP fit', label: 'Fit' }).changes?.('high')).toEqual({
    customFields: [{ key: 'ICP fit', value: 'high' }],
  })
})

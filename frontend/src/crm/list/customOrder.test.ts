import { expect, test } from 'vitest'
import { orderIn, orderText } from '../listParams'
import { customColumn } from './customColumn'
import { askedOrder, orderAsked, sortBy } from './customOrder'

const field = { name: 'a.b', label: 'A', inferredType: null, wishedType: null }

test('a list is sorted by a custom field as what its values are', () => {
  expect(customColumn({ ...field, inferredType: 'NUMBER' }).sort).toBe('custom:NUMBER:a.b')
  expect(customColumn({ ...field, inferredType: 'NUMBER', wishedType: 'DATE_TIME' }).sort).toBe('custom:DATE_TIME:a.b')
  expect(customColumn({ ...field, inferredType: 'COUNT' }).sort).toBe('custom:TEXT:a.b')
  expect(customColumn({ ...field, inferredType: 'BOOLEAN' }).sort).toBe('custom:BOOLEAN:a.b')
  expect(customColumn(field).sort).toBe('custom:TEXT:a.b')
})

test('what has no order is not sorted by', () => {
  expect(customColumn({ ...field, wishedType: 'LIST' }).sort).toBeUndefined()
})

test('an order by a custom field is asked for by its key, and comes back from a view and an address', () => {
  const order = { field: sortBy('a.b: c', 'BOOLEAN'), direction: 'DESC' } as const
  const asked = askedOrder(order)

  expect(asked).toEqual({ customField: { key: 'a.b: c', type: 'BOOLEAN' }, direction: 'DESC' })
  expect(orderAsked(asked)).toEqual(order)
  expect(orderIn(new URLSearchParams({ sort: orderText(order) }))).toEqual(order)
})

test('any other order stays what it is, and what is none is left out', () => {
  const order = { field: 'LEAD_SCORE', direction: 'ASC' } as const

  expect(askedOrder(order)).toEqual(order)
  expect(orderAsked(order)).toEqual(order)
  expect(orderAsked({ customField: null, direction: 'ASC' })).toBeNull()
  expect(orderAsked('x')).toBeNull()
})

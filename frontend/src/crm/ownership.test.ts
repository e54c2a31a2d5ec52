import { expect, test } from 'vitest'
import { owned, ownershipIn } from './ownership'

test('an address says whose records are shown, and the usual ones are where it does not', () => {
  expect(ownershipIn('nobody', 'mine')).toBe('nobody')
  expect(ownershipIn('=user_1', 'mine')).toBe('=user_1')
  expect(ownershipIn('user_1', 'mine')).toBe('mine')
  expect(ownershipIn('=', 'all')).toBe('all')
  expect(ownershipIn(null, 'all')).toBe('all')
})

test('owners are asked for by id, and a key that is nobody asks for everything', () => {
  expect(owned('mine', 'user_1')).toEqual({ ownerId: { eq: 'user_1' } })
  expect(owned('mine', undefined)).toEqual({})
  expect(owned('all', 'user_1')).toEqual({})
  expect(owned('nobody', 'user_1')).toEqual({ ownerId: { isNull: true } })
  expect(owned('=mine', 'user_1')).toEqual({ ownerId: { eq: 'mine' } })
})

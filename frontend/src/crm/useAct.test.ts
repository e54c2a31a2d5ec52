import { expect, test } from 'vitest'
import { problemsIn } from './useAct'

const problem = { code: 'NOT_FOUND', message: 'There is no contact contact_1' }

test('a problem is found on the result and on every item of a batch', () => {
  expect(problemsIn({ updateTask: { task: null, problem } })).toEqual([problem])
  expect(problemsIn({ updateContacts: { results: [{ problem: null }, { problem }] } })).toEqual([problem])
})

test('an answer without problems has none', () => {
  expect(problemsIn({ updateUser: { id: 'user_1' }, signOutEverywhere: 2 })).toEqual([])
})

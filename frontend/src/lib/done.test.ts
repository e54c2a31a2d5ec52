import { expect, test } from 'vitest'
import { done, problemsIn, Refused } from './done'

const problem = { code: 'NOT_FOUND', message: 'There is no contact contact_1' }

test('a problem is found instead of what was done, on a report, and on every item of a batch', () => {
  expect(problemsIn({ updateTask: problem })).toEqual([problem])
  expect(problemsIn({ deleteTasks: { problem, results: [] } })).toEqual([problem])
  expect(problemsIn({ updateContacts: { results: [{ problem: null }, { problem }] } })).toEqual([problem])
})

test('an answer without problems has none, and is given as it is', () => {
  const answer = { updateUser: { user: { id: 'user_1' } }, deleteTasks: { problem: null, results: [] } }

  expect(problemsIn(answer)).toEqual([])
  expect(done(answer)).toBe(answer)
})

test('a problem is thrown, with its words and its code', () => {
  const answer: { updateTask: { task: { id: string } } | typeof problem } = { updateTask: problem }

  expect(() => done(answer).updateTask.task.id).toThrow(new Refused(problem))
})

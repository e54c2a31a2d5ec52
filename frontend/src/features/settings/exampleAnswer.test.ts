import { expect, test } from 'vitest'
import { exampleAnswer, leftOut } from './exampleAnswer'
import { moved } from './moved'

const SYNC_BACK = [
  { property: 'leadScore', field: 'leadScore' },
  { property: 'firstName', field: 'custom:nickname' },
  { property: 'title', field: 'title' },
]

test('an answer that echoes leaves nothing out that was sent, and ours lies over it', () => {
  const answer = exampleAnswer(SYNC_BACK, 'ECHO')

  expect(answer).toEqual({ email: 'ada@example.com', firstName: '(nickname)', title: 'Engineer', leadScore: 87 })
  expect(leftOut(answer)).toEqual([])
})

test('an answer that omits holds what is sent back and is there', () => {
  const answer = exampleAnswer(SYNC_BACK, 'OMIT')

  expect(answer).toEqual({ leadScore: 87, firstName: '(nickname)' })
  expect(leftOut(answer)).toEqual(['email', 'title'])
})

test('an entry moves by one, and not over the ends', () => {
  expect([moved(['a', 'b', 'c'], 2, -1), moved(['a', 'b'], 0, -1), moved(['a', 'b'], 1, 1)]).toEqual([
    ['a', 'c', 'b'],
    ['a', 'b'],
    ['a', 'b'],
  ])
})

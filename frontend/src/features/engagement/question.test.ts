import { expect, test } from 'vitest'
import { comparedDays, filterOf, questionIn } from './question'

const NOW = new Date('2026-03-10T23:30:00Z')

function asked(search: string) {
  return questionIn(new URLSearchParams(search), NOW, 'UTC')
}

test('an empty address asks about the last ninety days, today among them', () => {
  const question = asked('')

  expect([question.days, question.interval, question.measure, question.comparison]).toEqual([
    { from: '2025-12-11', to: '2026-03-11' },
    'WEEK',
    'REPLIES',
    'nothing',
  ])
  expect(filterOf(question)).toEqual({ period: { from: '2025-12-11T00:00:00.000Z', to: '2026-03-11T00:00:00.000Z' } })
})

test('an address narrows by what it names, and its time zone says when days begin', () => {
  const question = asked('period=days&from=2026-03-01&to=2026-03-02&zone=Europe/Madrid&campaign=a&campaign=b&tag=vip')

  expect(filterOf(question)).toEqual({
    campaignIds: ['a', 'b'],
    tags: ['vip'],
    period: { from: '2026-02-28T23:00:00.000Z', to: '2026-03-02T23:00:00.000Z' },
  })
  expect(question.interval).toBe('DAY')
})

test('all time has no period and nothing to compare with', () => {
  const question = asked('period=all&compare=before')

  expect([filterOf(question), question.comparison, comparedDays(question, '2026-03-10')]).toEqual([{}, 'nothing', null])
})

test('days are compared with as many before them, or with the same ones a year ago', () => {
  const search = 'period=days&from=2026-03-01&to=2026-03-07&compare='

  expect(comparedDays(asked(`${search}before`), '2026-03-10')).toEqual({ from: '2026-02-22', to: '2026-03-01' })
  expect(comparedDays(asked(`${search}year`), '2026-03-10')).toEqual({ from: '2025-03-01', to: '2025-03-08' })
})

test('what an address says wrongly counts as not said', () => {
  const question = asked('period=ever&interval=HOUR&measure=LUCK&zone=Mars/North&compare=x')

  expect(question).toEqual(asked(''))
})

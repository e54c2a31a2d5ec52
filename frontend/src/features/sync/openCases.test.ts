import { expect, test } from 'vitest'
import { openCases } from './openCases'

const ambiguous = { code: 'AMBIGUOUS_MATCH', strategy: 'email', normalizedValue: 'a@b.c', candidateIds: ['one', 'two'] }
const run = (id: string, items: { externalId?: unknown; decision: typeof ambiguous | null }[]) => ({
  id,
  startedAt: '2026-03-10T12:00:00Z',
  items: { nodes: items.map((item, index) => ({ index, ...item })) },
})

test('an item that is ambiguous again and again is one case, of the run it was seen in last', () => {
  const cases = openCases([
    run('late', [
      { externalId: 'x', decision: null },
      { externalId: 7, decision: ambiguous },
    ]),
    run('early', [
      { externalId: '7', decision: ambiguous },
      { externalId: '8', decision: ambiguous },
    ]),
  ])

  expect(cases.map(({ externalId, runId, index }) => [externalId, runId, index])).toEqual([
    ['7', 'late', 1],
    ['8', 'early', 1],
  ])
})

test('what nothing can be linked by, or failed otherwise, is no case', () => {
  const other = { ...ambiguous, code: 'INVALID_INPUT' }

  expect(openCases([run('late', [{ decision: ambiguous }, { externalId: '1', decision: other }])])).toEqual([])
})

/** An item that several records match, where it was seen last. */
export type OpenCase = {
  externalId: string
  strategy: string | null
  normalizedValue: string | null
  candidateIds: string[]
  runId: string
  index: number
  at: string
}

type Seen = {
  id: string
  startedAt: string
  items: {
    nodes: {
      index: number
      externalId?: unknown
      decision: {
        code: string | null
        strategy: string | null
        normalizedValue: string | null
        candidateIds: string[]
      } | null
    }[]
  }
}

/** What was ambiguous in these runs, the latest of which comes first: each item once, and none without an id to link it by. */
export function openCases(runs: readonly Seen[]): OpenCase[] {
  const cases = new Map<string, OpenCase>()
  for (const run of runs) {
    for (const { index, externalId, decision } of run.items.nodes) {
      const known = externalId === null || externalId === undefined ? '' : String(externalId)
      if (decision?.code !== 'AMBIGUOUS_MATCH' || known === '' || cases.has(known)) continue
      const { strategy, normalizedValue, candidateIds } = decision
      cases.set(known, {
        externalId: known,
        strategy,
        normalizedValue,
        candidateIds,
        runId: run.id,
        index,
        at: run.startedAt,
      })
    }
  }
  return [...cases.values()]
}

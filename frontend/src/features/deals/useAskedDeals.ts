import { useMemo } from 'react'
import { type Asked, filterOf, NOTHING_ASKED } from '../../crm/filters/condition'
import { CONDITIONS, conditionsIn, withConditions } from '../../crm/listState'
import { useOwned } from '../../crm/OwnerFilter'
import { ownershipIn } from '../../crm/ownership'
import type { DealFilter, DealStatus } from '../../gql/graphql'
import { oneOf, withParams } from '../../lib/params'
import { FILTER_FIELDS } from './filterFields'

export const VIEWS = ['board', 'table'] as const
export const STATUSES = ['OPEN', 'WON', 'LOST', 'all'] as const

/** What of the address makes the list, and is kept in a view. */
export const ASKED = ['view', 'owner', 'text', 'status', 'stage', ...CONDITIONS, 'sort', 'columns']

/**
 * Which deals an address asks for: those of the board, whose columns are status and stage; and, where they are a table, those
 * with the status and the stage that are chosen beside the search.
 */
export function useAskedDeals(params: URLSearchParams) {
  const view = oneOf(params.get('view'), VIEWS)
  const ownership = ownershipIn(params.get('owner'), 'all')
  const text = params.get('text') ?? ''
  const stage = params.get('stage')
  const conditions = useMemo(() => conditionsIn(params, FILTER_FIELDS), [params])
  const isAsked = conditions.conditions.length + conditions.groups.length > 0
  const status = statusIn(params, conditions)
  const owned = useOwned(ownership)
  const filter = useFilter(conditions, { ...owned, ...(text && { text }) })
  const tableFilter = useFilter(conditions, {
    ...owned,
    ...(text && { text }),
    ...(status !== 'all' && { status: { eq: status as DealStatus } }),
    ...(stage && { stage: { eq: stage } }),
  })
  const isQuick = view === 'table' && (stage !== null || status !== 'OPEN')
  return {
    view,
    ownership,
    text,
    status,
    stage,
    conditions,
    filter: view === 'table' ? tableFilter : filter,
    /** The same whatever their status and stage. */
    allFilter: filter,
    /** Whether others than the usual ones are asked for. */
    isNarrowed: text !== '' || ownership !== 'all' || isAsked || isQuick,
  }
}

/** The same address, which asks for the usual deals. */
export function withNothingAsked(params: URLSearchParams): URLSearchParams {
  return withConditions(withParams(params, { text: null, owner: null, stage: null, status: null }), NOTHING_ASKED)
}

/** The status that is chosen: open deals unless told, but where conditions say which. */
function statusIn(params: URLSearchParams, { conditions, groups }: Asked): (typeof STATUSES)[number] {
  const isSaid = [...conditions, ...groups.flat()].some(({ field }) => field === 'status')
  return params.get('status') === null && isSaid ? 'all' : oneOf(params.get('status'), STATUSES)
}

/** A filter, the very same as long as it says the same. */
function useFilter(conditions: Asked, also: DealFilter): DealFilter {
  const text = JSON.stringify(filterOf(FILTER_FIELDS, conditions, new Date(), also as Record<string, unknown>) ?? {})
  return useMemo(() => JSON.parse(text), [text])
}

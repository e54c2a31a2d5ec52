import { useCallback, useEffect, useRef, useState } from 'react'
import { useClient } from 'urql'
import type { Told } from '../../crm/list/useNews'
import { graphql } from '../../gql'
import type { DealFilter, DealTotalsQuery } from '../../gql/graphql'
import { ask, type Policy } from '../../lib/asking'
import { deals as words } from '../../strings/deals'
import { failed } from '../../ui/UndoToast'
import { type Column, changesTo, columnsOf, keyOf, withDeal, withNewer, withoutDeal, withTotals } from './board'
import { type DealNode, type DealRow, dealOf } from './dealRow'
import { TOTALS } from './totals'
import { useBoardNews } from './useBoardNews'
import { type DealActs, isConflict } from './useDealActs'
import type { DealFollowing } from './useDealFollowing'

const DEALS = graphql(`
  query DealsOfStage($first: Int!, $after: String, $filter: DealFilter, $orderBy: [DealOrder!]) {
    deals(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      nodes { id ...DealRow_deal }
      pageInfo { hasNextPage endCursor }
    }
  }
`)

const PAGE = 30

/**
 * The board of all deals that fit: its columns with their totals, and the first deals of each, as they are whoever moves
 * them. `totals` are those known of the same deals, which may be counted anew.
 */
export function useBoard(filter: DealFilter, following: DealFollowing, totals: DealTotalsQuery | undefined) {
  const client = useClient()
  const asked = JSON.stringify(filter)
  const [columns, setColumns] = useState<Column[] | null>(null)
  const [error, setError] = useState<unknown>(null)
  const question = useRef(0)

  /** Read one page of a column, behind what was read of it. */
  const readColumn = useCallback(
    async (column: Column, mine: number, policy: Policy) => {
      const { status, stage, key, end } = column
      const own: DealFilter = {
        ...JSON.parse(asked),
        status: { eq: status },
        ...(status === 'OPEN' ? { stage: stage === null ? { isNull: true } : { eq: stage } } : {}),
      }
      const orderBy = [{ field: status === 'OPEN' ? 'UPDATED_AT' : 'CLOSED_AT', direction: 'DESC' } as const]
      const answer = await ask(client, DEALS, { first: PAGE, after: end, filter: own, orderBy }, policy)
      if (mine !== question.current) return
      if (answer.error || !answer.data) {
        setError(answer.error)
        return
      }
      const { nodes, pageInfo } = answer.data.deals
      setColumns((before) => {
        const read = nodes.map(dealOf)
        return (before ?? []).map((each) => {
          if (each.key !== key) return each
          const known = end === null ? [] : each.deals.filter(({ id }) => !read.some((deal) => deal.id === id))
          return {
            ...each,
            deals: [...known, ...read],
            end: pageInfo.endCursor,
            hasMore: pageInfo.hasNextPage,
            loading: false,
          }
        })
      })
    },
    [client, asked],
  )

  const read = useCallback(
    async (policy: Policy) => {
      const mine = ++question.current
      const answer = await ask(client, TOTALS, { filter: JSON.parse(asked) }, policy)
      if (mine !== question.current) return
      setError(answer.error ?? null)
      if (!answer.data) return
      const found = columnsOf(answer.data.dealStages)
      // The deals of before stay until those that are asked for now are there, so that nothing flickers.
      setColumns((before) =>
        found.map((each) => ({ ...each, deals: before?.find(({ key }) => key === each.key)?.deals ?? [] })),
      )
      await Promise.all(found.map((each) => readColumn(each, mine, policy)))
    },
    [client, asked, readColumn],
  )
  useEffect(() => {
    void read('cache-first')
    return () => {
      question.current += 1
    }
  }, [read])

  const reload = useCallback(() => read('network-only'), [read])
  const more = (column: Column) => {
    setColumns((before) => (before ?? []).map((each) => (each.key === column.key ? { ...each, loading: true } : each)))
    void readColumn(column, question.current, 'cache-first')
  }
  const put = (deal: DealRow) => setColumns((before) => before && withDeal(before, deal))

  /** Deals that are on their way, which the server's answer to that puts in their place. */
  const moving = useRef(new Set<string>())
  const hear = ({ missed, id, fate, node }: Told<DealNode>) => {
    if (missed) void reload()
    else if (id !== null && fate === 'DELETED') setColumns((before) => before && withoutDeal(before, id))
    else if (node && !moving.current.has(node.id)) setColumns((before) => before && withNewer(before, dealOf(node)))
  }
  const ids = (columns ?? []).flatMap(({ deals }) => deals.map(({ id }) => id))
  useBoardNews(ids, following, hear)

  const current = useRef(columns)
  current.current = columns
  useEffect(() => {
    if (!totals || current.current === null) return
    const counted = withTotals(current.current, columnsOf(totals.dealStages))
    if (counted === null) void reload()
    else setColumns((before) => (before && withTotals(before, counted)) ?? before)
  }, [totals, reload])

  /** Move a deal to a column. The board shows it before the server has agreed, and takes it back if it does not. */
  const move = async (acts: DealActs, deal: DealRow, to: Column, lostReason: string | null = null) => {
    if (keyOf(deal) === to.key) return
    const changes = changesTo(to, lostReason)
    moving.current.add(deal.id)
    put({ ...deal, status: to.status, stage: to.status === 'OPEN' ? to.stage : deal.stage, lostReason })
    try {
      put(await acts.change(deal, changes, words.told.moved(deal.name, to.label)))
    } catch (thrown) {
      put(deal)
      failed(isConflict(thrown) ? new Error(words.told.conflict(deal.name)) : thrown)
      if (isConflict(thrown)) void reload()
    } finally {
      moving.current.delete(deal.id)
    }
  }
  return { columns, error, reload, more, move }
}

import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { useClient } from 'urql'
import { ExportButton } from '../../crm/ExportButton'
import { OwnerFilter, useOwned } from '../../crm/OwnerFilter'
import { ownershipIn } from '../../crm/ownership'
import { AddressViews } from '../../crm/views/AddressViews'
import { addressOf } from '../../crm/views/keptAddress'
import { graphql } from '../../gql'
import type { ActivitiesQuery, ActivityFilter } from '../../gql/graphql'
import { startOfDay } from '../../lib/days'
import { oneOf, withParams } from '../../lib/params'
import { usePages } from '../../lib/usePages'
import { activities as words } from '../../strings/activities'
import { crm } from '../../strings/crm'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorNote } from '../../ui/ErrorNote'
import { LoadMore } from '../../ui/LoadMore'
import { Page } from '../../ui/Page'
import { Search } from '../../ui/Search'
import { SkeletonRows } from '../../ui/Skeletons'
import { ActivityList } from './ActivityList'
import { activityOf } from './activityRow'
import { ACTIVITY_COLUMNS, everyActivity } from './everyActivity'
import { DAYS, momentsOf, periodIn } from './period'

const ACTIVITIES = graphql(`
  query Activities($first: Int!, $after: String, $filter: ActivityFilter) {
    activities(first: $first, after: $after, filter: $filter) {
      totalCount
      nodes { id ...ActivityRow_activity }
      pageInfo { hasNextPage endCursor }
    }
  }
`)

const PAGE = 100
const DIRECTIONS = ['all', 'INBOUND', 'OUTBOUND'] as const
/** What of the address makes the list, and is kept in a view. */
const ASKED = ['text', 'type', 'direction', 'owner', 'period', 'from', 'to'] as const
const connectionIn = (data: ActivitiesQuery) => data.activities

/** What people wrote, and what else happened between them: messages and connections, the newest first. */
export function ActivitiesPage() {
  const [params, setParams] = useSearchParams()
  const client = useClient()
  const direction = oneOf(params.get('direction'), DIRECTIONS)
  const ownership = ownershipIn(params.get('owner'), 'all')
  const type = params.get('type')
  const text = params.get('text') ?? ''
  const owned = useOwned(ownership)
  const period = periodIn(params)
  const set = (changes: Record<string, string | null>, replace = false) =>
    setParams((before) => withParams(before, changes), { replace })

  // The days of the filter change at midnight, and not with every drawing.
  const today = startOfDay(new Date()).getTime()
  const moments = momentsOf(period, new Date(today))
  const filter: ActivityFilter = {
    ...owned,
    ...(text && { text }),
    ...(type && { type: { eq: type } }),
    ...(direction !== 'all' && { direction: { eq: direction } }),
    ...(moments && { happenedAt: moments }),
  }
  const list = usePages(ACTIVITIES, { first: PAGE, filter }, connectionIn)
  const rows = useMemo(() => list.nodes.map(activityOf), [list.nodes])
  const isNarrowed = ASKED.some((name) => params.has(name))
  const failure = list.error !== null && <ErrorNote error={list.error} onRetry={() => void list.reload()} />
  const types = Object.entries(crm.channel).map(([value, label]) => ({ value, label }))
  if (type && !(type in crm.channel)) types.push({ value: type, label: type })
  return (
    <Page
      title={words.title}
      count={list.total?.toLocaleString()}
      actions={
        <>
          <AddressViews entity="ACTIVITY" names={ASKED} filter={filter} />
          <ExportButton
            columns={ACTIVITY_COLUMNS}
            pages={(every) => everyActivity(every, client, { filter })}
            file={words.file.name}
            some={words.some}
          />
        </>
      }
      bar={
        <>
          <Search label={words.search} value={text} onChange={(typed) => set({ text: typed }, true)} />
          <NativeSelect
            aria-label={words.direction.label}
            value={direction}
            onChange={(event) => set({ direction: unless('all', event.currentTarget.value) })}
            data={DIRECTIONS.map((value) => ({ value, label: words.direction[value] }))}
          />
          <NativeSelect
            aria-label={words.type.label}
            value={type ?? ''}
            onChange={(event) => set({ type: event.currentTarget.value })}
            data={[{ value: '', label: words.type.all }, ...types]}
          />
          <OwnerFilter
            label={words.owner}
            value={ownership}
            onChange={(value) => set({ owner: unless('all', value) })}
          />
          <NativeSelect
            aria-label={words.period.label}
            value={period.kind === 'last' ? String(period.days) : period.kind}
            onChange={(event) => set({ period: unless('any', event.currentTarget.value), from: null, to: null })}
            data={[
              { value: 'any', label: words.period.any },
              ...DAYS.map((days) => ({ value: String(days), label: words.period.last(days) })),
              { value: 'own', label: words.period.own },
            ]}
          />
          {period.kind === 'own' && (
            <>
              <TextInput
                type="date"
                aria-label={words.period.from}
                value={period.from}
                onChange={(event) => set({ period: 'own', from: event.currentTarget.value })}
              />
              <TextInput
                type="date"
                aria-label={words.period.to}
                value={period.to}
                onChange={(event) => set({ period: 'own', to: event.currentTarget.value })}
              />
            </>
          )}
        </>
      }
    >
      {rows.length === 0 && failure}
      {rows.length === 0 && list.loading && <SkeletonRows rows={10} />}
      {rows.length === 0 && !list.loading && list.error === null && (
        <EmptyState
          {...(isNarrowed ? { title: words.noneFound.title, hint: words.noneFound.hint } : words.empty)}
          action={
            isNarrowed && (
              <Button variant="default" onClick={() => setParams({})}>
                {words.noneFound.clear}
              </Button>
            )
          }
        />
      )}
      {rows.length > 0 && (
        <ActivityList
          activities={rows}
          stale={list.stale}
          hasMore={list.hasMore}
          asked={addressOf(params, ASKED)}
          after={failure || (list.hasMore && <LoadMore loading={list.loading} onMore={list.more} />)}
        />
      )}
    </Page>
  )
}

/** What an address says; nothing for what is usual. */
function unless(usual: string, value: string): string | null {
  return value === usual ? null : value
}

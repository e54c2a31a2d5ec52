import { SegmentedControl } from '@mantine/core'
import { useSearchParams } from 'react-router'
import { useMay } from '../../crm/Viewer'
import { graphql } from '../../gql'
import type { PossibleDuplicatesQuery } from '../../gql/graphql'
import { oneOf } from '../../lib/params'
import { usePages } from '../../lib/usePages'
import { sync } from '../../strings/sync'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorNote } from '../../ui/ErrorNote'
import { LoadMore } from '../../ui/LoadMore'
import { SkeletonRows } from '../../ui/Skeletons'
import { useRows } from '../../ui/useRows'
import styles from './DuplicatesPage.module.css'
import { PairItem, type PairNode, pairOf } from './PairItem'
import { SyncFrame } from './SyncFrame'
import { usePairActs } from './usePairActs'

const DUPLICATES = graphql(`
  query PossibleDuplicates($first: Int!, $after: String, $state: DuplicateState) {
    possibleDuplicates(first: $first, after: $after, state: $state) {
      totalCount
      nodes { id state ...PairItem_pair }
      pageInfo { hasNextPage endCursor }
    }
  }
`)

const { duplicates: words } = sync
const STATES = ['OPEN', 'DISMISSED'] as const
const pairsIn = (data: PossibleDuplicatesQuery) => data.possibleDuplicates

/** Pairs of records that may be one, side by side, for somebody to say that they are two. */
export function DuplicatesPage() {
  const [params, setParams] = useSearchParams()
  const mayWrite = useMay('WRITE')
  const state = oneOf(params.get('state'), STATES)
  const list = usePages(DUPLICATES, { first: 30, state }, pairsIn)
  const acts = usePairActs(list)
  // What was just settled is gone before the list is read again.
  const pairs = list.nodes.filter((pair) => list.stale || pair.state === state).map(pairOf)
  const settle = (pair: PairNode | undefined) => pair && void (state === 'OPEN' ? acts.dismiss : acts.reopen)(pair)
  const settling = state === 'OPEN' ? { key: 'd', does: words.dismiss } : { key: 'o', does: words.reopen }
  const { listProps, rowProps } = useRows(
    sync.tabs.duplicates,
    pairs.length,
    mayWrite ? [{ ...settling, act: (index) => settle(pairs[index]) }] : [],
  )
  return (
    <SyncFrame
      count={list.total?.toLocaleString()}
      bar={
        <SegmentedControl
          aria-label={words.state}
          value={state}
          onChange={(value) => setParams(value === 'OPEN' ? {} : { state: value })}
          data={STATES.map((value) => ({ value, label: words.states[value] }))}
        />
      }
    >
      <p className={styles.hint}>{words.hint[state]}</p>
      {list.error ? <ErrorNote error={list.error} onRetry={() => void list.reload()} /> : null}
      {list.loading && pairs.length === 0 && <SkeletonRows rows={6} />}
      {!list.loading && !list.error && pairs.length === 0 && <EmptyState {...words.empty[state]} />}
      <ul {...listProps} className={styles.pairs} data-stale={list.stale || undefined}>
        {pairs.map((pair, index) => (
          <PairItem
            key={pair.id}
            pair={pair}
            rowProps={rowProps(index)}
            action={mayWrite ? { label: settling.does, act: () => settle(pair) } : null}
          />
        ))}
      </ul>
      {list.hasMore && <LoadMore loading={list.loading} onMore={list.more} />}
    </SyncFrame>
  )
}

import { useMay } from '../../crm/Viewer'
import { graphql } from '../../gql'
import type { AmbiguousItemsQuery } from '../../gql/graphql'
import { usePages } from '../../lib/usePages'
import { sync } from '../../strings/sync'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorNote } from '../../ui/ErrorNote'
import { LoadMore } from '../../ui/LoadMore'
import { SkeletonRows } from '../../ui/Skeletons'
import { useRows } from '../../ui/useRows'
import styles from './AmbiguousPage.module.css'
import { CaseItem, caseOf, MOST_NUMBERED, mayBe } from './CaseItem'
import { SyncFrame } from './SyncFrame'
import { useLinking } from './useLinking'

const ITEMS = graphql(`
  query AmbiguousItems($first: Int!, $after: String) {
    failedItems(first: $first, after: $after, filter: { code: { eq: "AMBIGUOUS_MATCH" }, open: true }) {
      totalCount
      nodes { ...CaseItem_item }
      pageInfo { hasNextPage endCursor }
    }
  }
`)

const { ambiguous: words } = sync
const NUMBERS = Array.from({ length: MOST_NUMBERED }, (_, index) => index + 1)
const itemsIn = (data: AmbiguousItemsQuery) => data.failedItems

/** Items that several records match, over all runs, to be told apart by a person. */
export function AmbiguousPage() {
  const mayWrite = useMay('WRITE')
  const list = usePages(ITEMS, { first: 25 }, itemsIn)
  const linking = useLinking(list.reload)
  const cases = list.nodes.map(caseOf).filter((each) => !linking.isSettled(each))
  const choose = (place: number) => (index: number) => {
    const item = cases[index]
    const record = item && mayBe(item)[place - 1]
    if (record) void linking.link(item, record)
  }
  const { listProps, rowProps } = useRows(
    sync.tabs.ambiguous,
    cases.length,
    mayWrite ? NUMBERS.map((place) => ({ key: `${place}`, does: words.choose(place), act: choose(place) })) : [],
  )
  return (
    <SyncFrame count={list.total?.toLocaleString()}>
      <p className={styles.hint}>{words.hint}</p>
      {list.error ? <ErrorNote error={list.error} onRetry={() => void list.reload()} /> : null}
      {list.loading && cases.length === 0 && <SkeletonRows rows={6} />}
      {!list.loading && !list.error && cases.length === 0 && <EmptyState title={words.none} hint={words.noneHint} />}
      <ul {...listProps} className={styles.cases}>
        {cases.map((item, index) => (
          <CaseItem
            key={`${item.run?.id} ${item.index}`}
            item={item}
            rowProps={rowProps(index)}
            onChoose={mayWrite ? (record) => void linking.link(item, record) : null}
          />
        ))}
      </ul>
      {list.hasMore && <LoadMore loading={list.loading} onMore={list.more} />}
    </SyncFrame>
  )
}

import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import Search from 'lucide-react/icons/search'
import { useEffect, useState } from 'react'
import { useSubscription } from 'urql'
import { graphql } from '../gql'
import type { RecordTimelineQuery, TimelineKind } from '../gql/graphql'
import type { Connection } from '../lib/pagesKept'
import { usePages } from '../lib/usePages'
import { record } from '../strings/record'
import { ui } from '../strings/ui'
import { EmptyState } from '../ui/EmptyState'
import { ErrorNote } from '../ui/ErrorNote'
import { SkeletonLines } from '../ui/Skeletons'
import styles from './Timeline.module.css'
import { TimelineEntry } from './TimelineEntry'

const TIMELINE = graphql(`
  query RecordTimeline($id: ID!, $first: Int!, $after: String, $filter: TimelineFilter) {
    node(id: $id) {
      ... on Record {
        timeline(first: $first, after: $after, filter: $filter) {
          nodes { id at ...TimelineEntry_item }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  }
`)

const ADDED = graphql(`
  subscription TimelineItemAdded($id: ID!) {
    timelineItemAdded(recordId: $id) { missed }
  }
`)

type Node = Extract<NonNullable<RecordTimelineQuery['node']>, { timeline: unknown }>['timeline']['nodes'][number]

const { timeline: words } = record
const KINDS: TimelineKind[] = ['ACTIVITY', 'ENGAGEMENT', 'CHANGES', 'TASK', 'SYNC']
const NOTHING: Connection<Node> = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } }

function timelineIn({ node }: RecordTimelineQuery): Connection<Node> {
  return node && 'timeline' in node ? node.timeline : NOTHING
}

/** All that happened with a contact or company, newest first, and as it goes on. `freshness` is any text that changes when that may have. */
export function Timeline({ id, freshness }: { id: string; freshness: string }) {
  const [kind, setKind] = useState<TimelineKind | 'all'>('all')
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed.trim(), 200)
  const filter = { ...(kind === 'all' ? {} : { kinds: [kind] }), ...(text ? { text } : {}) }
  const list = usePages(TIMELINE, { id, first: 30, filter }, timelineIn)
  const { reload } = list
  const [seen, setSeen] = useState(freshness)
  useEffect(() => {
    if (seen === freshness) return
    setSeen(freshness)
    void reload()
  }, [seen, freshness, reload])

  // What was told is read from the list, so that it stands there once and in its place.
  useSubscription({ query: ADDED, variables: { id } }, (_, added) => {
    void reload()
    return added
  })

  const isNarrowed = kind !== 'all' || text !== ''
  return (
    <div>
      <div className={styles.bar}>
        <SegmentedControl
          aria-label={words.title}
          value={kind}
          onChange={(value) => setKind(value as TimelineKind | 'all')}
          data={[
            { value: 'all', label: words.all },
            ...KINDS.map((each) => ({ value: each, label: words.kinds[each] })),
          ]}
        />
        <TextInput
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          leftSection={<Search size={14} />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </div>
      {list.error !== null && <ErrorNote error={list.error} onRetry={reload} />}
      <ol className={styles.list} data-stale={list.stale || undefined}>
        {list.nodes.map((node) => (
          <TimelineEntry key={node.id} at={node.at} item={node} />
        ))}
      </ol>
      {list.loading && list.nodes.length === 0 && <SkeletonLines lines={8} />}
      {!list.loading && list.nodes.length === 0 && list.error === null && (
        <EmptyState
          title={isNarrowed ? words.noneFound : words.none}
          hint={isNarrowed ? words.noneFoundHint : words.noneHint}
        />
      )}
      {list.hasMore && (
        <Button variant="default" fullWidth loading={list.loading} onClick={list.more}>
          {ui.loadMore}
        </Button>
      )}
    </div>
  )
}

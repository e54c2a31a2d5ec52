import { Button, SegmentedControl } from '@mantine/core'
import { useSearchParams } from 'react-router'
import { graphql } from '../../gql'
import type { RunItemsQuery } from '../../gql/graphql'
import { consoleAddress } from '../../lib/console'
import { usePages } from '../../lib/usePages'
import { sync } from '../../strings/sync'
import { CopyButton } from '../../ui/CopyButton'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorNote } from '../../ui/ErrorNote'
import { Panel } from '../../ui/Panel'
import { SkeletonRows } from '../../ui/Skeletons'
import { equivalentOf } from './equivalent'
import { RunItem } from './RunItem'
import styles from './RunItems.module.css'
import type { Json } from './wire'
import { outcomeName } from './words'

const ITEMS = graphql(`
  query RunItems($id: ID!, $first: Int!, $after: String) {
    run(id: $id) {
      items(first: $first, after: $after) {
        totalCount
        nodes { index payload decision { outcome } ...RunItem_item }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`)

const { run: words } = sync
const GRAPHIQL_ITEMS = 10 // an address must not grow beyond what browsers and servers take

const itemsIn = (data: RunItemsQuery) =>
  data.run?.items ?? { nodes: [], totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null } }

/** The items of a run, each of which opens to its evidence. Which of them are shown, and which are open, is in the address. */
export function RunItems({ runId, act }: { runId: string; act: string }) {
  const [params, setParams] = useSearchParams()
  const list = usePages(ITEMS, { id: runId, first: 100 }, itemsIn)
  const outcomes = [...new Set(list.nodes.map((item) => item.decision?.outcome ?? ''))].filter(Boolean)
  const chosen = outcomes.find((each) => each === params.get('outcome')) ?? 'all'
  const opened = new Set(params.getAll('item'))
  const shown = list.nodes.filter((item) => chosen === 'all' || item.decision?.outcome === chosen)
  const payloads = list.nodes.flatMap(({ payload }) => (payload === null ? [] : [payload as Json]))
  const equivalent = list.hasMore ? null : equivalentOf(act, payloads)
  const toggle = (index: string) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        next.delete('item')
        const others = [...opened].filter((each) => each !== index)
        for (const each of opened.has(index) ? others : [...others, index]) next.append('item', each)
        return next
      },
      { replace: true },
    )
  return (
    <Panel
      title={words.items}
      flush
      actions={
        <>
          {outcomes.length > 1 && (
            <SegmentedControl
              aria-label={words.outcomes}
              value={chosen}
              onChange={(value) => setParams(value === 'all' ? {} : { outcome: value })}
              data={[
                { value: 'all', label: words.all },
                ...outcomes.map((value) => ({ value, label: outcomeName(value) })),
              ]}
            />
          )}
          {equivalent && (
            <>
              <CopyButton
                what={words.mutation}
                label={words.mutation}
                text={`${equivalent.document}\n# Variables\n${JSON.stringify(equivalent.variables, null, 2)}`}
              />
              {payloads.length <= GRAPHIQL_ITEMS && (
                <Button
                  component="a"
                  variant="default"
                  href={consoleAddress(equivalent.document, equivalent.variables)}
                >
                  {words.open}
                </Button>
              )}
            </>
          )}
        </>
      }
    >
      {list.error ? <ErrorNote error={list.error} onRetry={() => void list.reload()} /> : null}
      {list.loading && list.nodes.length === 0 && <SkeletonRows rows={8} />}
      {!list.loading && !list.error && list.nodes.length === 0 && <EmptyState title={words.noItems} />}
      <ul className={styles.items}>
        {shown.map((item) => (
          <RunItem
            key={item.index}
            item={item}
            act={act}
            opened={opened.has(String(item.index))}
            onToggle={() => toggle(String(item.index))}
          />
        ))}
      </ul>
      {list.hasMore && (
        <div className={styles.more}>
          <Button variant="default" loading={list.loading} onClick={list.more}>
            {words.more(list.total ?? 0)}
          </Button>
        </div>
      )}
    </Panel>
  )
}

import { Button, SegmentedControl } from '@mantine/core'
import { Link, useSearchParams } from 'react-router'
import { graphql } from '../../gql'
import type { PossibleDuplicatesQuery } from '../../gql/graphql'
import { usePages } from '../../lib/usePages'
import { sync } from '../../strings/sync'
import { ui } from '../../strings/ui'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorNote } from '../../ui/ErrorNote'
import { Pill } from '../../ui/Pill'
import { RelativeTime } from '../../ui/RelativeTime'
import { SkeletonRows } from '../../ui/Skeletons'
import styles from './DuplicatesPage.module.css'
import { SyncFrame } from './SyncFrame'
import { recordAddress, recordName, strategyName } from './words'

const DUPLICATES = graphql(`
  query PossibleDuplicates($first: Int!, $after: String, $state: DuplicateState) {
    possibleDuplicates(first: $first, after: $after, state: $state) {
      totalCount
      nodes {
        entity kind foundAt firstId secondId state
        run { id }
        first {
          id deletedAt
          ... on Contact { name title contactCompany: companyName email phone mobilePhone linkedinUrl }
          ... on Company { companyName: name domain linkedinUrl }
        }
        second {
          id deletedAt
          ... on Contact { name title contactCompany: companyName email phone mobilePhone linkedinUrl }
          ... on Company { companyName: name domain linkedinUrl }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`)

type Pair = PossibleDuplicatesQuery['possibleDuplicates']['nodes'][number]
const { duplicates: words } = sync
const STATES = ['OPEN', 'DISMISSED'] as const
const pairsIn = (data: PossibleDuplicatesQuery) => data.possibleDuplicates

/** Pairs of records that may be one, side by side. */
export function DuplicatesPage() {
  const [params, setParams] = useSearchParams()
  const state = STATES.find((each) => each === params.get('state')) ?? 'OPEN'
  const list = usePages(DUPLICATES, { first: 30, state }, pairsIn)
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
      <p className={styles.hint}>{words.hint}</p>
      {list.error ? <ErrorNote error={list.error} onRetry={() => void list.reload()} /> : null}
      {list.loading && list.nodes.length === 0 && <SkeletonRows rows={6} />}
      {!list.loading && !list.error && list.nodes.length === 0 && (
        <EmptyState title={words.none} hint={words.noneHint} />
      )}
      <ul className={styles.pairs}>
        {list.nodes.map((pair) => (
          <li key={`${pair.firstId} ${pair.secondId}`} className={styles.pair}>
            <header className={styles.head}>
              {pair.kind && <Pill tone="warn">{words.share(strategyName(pair.kind))}</Pill>}
              <span>
                {words.found} <RelativeTime at={pair.foundAt} />
              </span>
            </header>
            <Side record={pair.first} id={pair.firstId} />
            <Side record={pair.second} id={pair.secondId} />
          </li>
        ))}
      </ul>
      {list.hasMore && (
        <Button variant="default" loading={list.loading} onClick={list.more}>
          {ui.loadMore}
        </Button>
      )}
    </SyncFrame>
  )
}

function Side({ record, id }: { record: Pair['first']; id: string }) {
  if (!record) return <p className={styles.quiet}>{words.gone}</p>
  const { title, contactCompany, domain, email, phone, mobilePhone, linkedinUrl } = record as Record<
    string,
    string | null | undefined
  >
  return (
    <div className={styles.side}>
      <Link to={recordAddress(id) ?? '#'} className={styles.name}>
        {recordName(record)}
      </Link>
      {record.deletedAt && <Pill tone="quiet">{words.deleted}</Pill>}
      <p className={styles.quiet}>{[title, contactCompany, domain].filter(Boolean).join(' · ')}</p>
      <p className={styles.quiet}>{[email, phone, mobilePhone, linkedinUrl].filter(Boolean).join(' · ')}</p>
    </div>
  )
}

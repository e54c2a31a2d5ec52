import { Skeleton } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { channelName } from '../../crm/stages'
import { graphql, readFragment } from '../../gql'
import type { EngagementDimension, EngagementTableOrder, EngagementTableQuery } from '../../gql/graphql'
import { engagement } from '../../strings/engagement'
import { RelativeTime } from '../../ui/RelativeTime'
import { type SmallColumn, SmallTable } from '../../ui/SmallTable'
import { Answer } from './Answer'
import { type Behind, contactsAddress } from './contactsAddress'
import styles from './GroupPanel.module.css'
import { percent, scaleOf } from './numbers'
import { FACET_NAMES, FACETS, filterOf, type Question } from './question'
import { RateCell, RateCell_rate } from './RateCell'
import type { SetAddress } from './useQuestion'

const TABLE = graphql(`
  query EngagementTable(
    $by: EngagementDimension!, $filter: EngagementFilter, $orderBy: EngagementTableOrder!, $first: Int!
  ) {
    engagementTable(by: $by, filter: $filter, orderBy: $orderBy, first: $first) {
      isCut
      rows {
        key { value label }
        messaged replied opened clicked connected requested shared lastActivityAt
        replyRate { ...RateCell_rate }
        connectRate { ...RateCell_rate }
      }
    }
  }
`)

type Row = EngagementTableQuery['engagementTable']['rows'][number]
const { groups: words } = engagement
const ORDERS: EngagementTableOrder[] = [
  'MESSAGED',
  'REPLIED',
  'REPLY_RATE',
  'CONNECT_RATE',
  'OPENED',
  'CLICKED',
  'LAST_ACTIVITY',
]
const FIRST = 15

/** Campaigns, senders or other groups beside each other: how many, at what rate, and how sure that is. */
export function GroupPanel(props: {
  title: string
  by: EngagementDimension
  question: Question
  /** The name under which its order stands in the address. */
  orderName: string
  order: string | null
  set: SetAddress
  controls?: ReactNode
}) {
  const { by, question } = props
  const orderBy = ORDERS.find((each) => each === props.order) ?? 'MESSAGED'
  const variables = { by, filter: filterOf(question), orderBy, first: FIRST }
  const [{ data, error, stale }, again] = useQuery({ query: TABLE, variables })
  const rows = data?.engagementTable.rows ?? []
  const rates = rows.flatMap((row) => [row.replyRate, row.connectRate]).map((rate) => readFragment(RateCell_rate, rate))
  const greatest = scaleOf(rates.map(({ isSmallSample, rate, high }) => (isSmallSample ? rate : high)))
  const facet = FACET_NAMES.find((name) => FACETS[name].dimension === by)
  const behind = (row: Row, more: Behind) =>
    facet ? contactsAddress(question, { ...more, of: { facet, value: row.key.value } }) : null
  const number = (count: number, address: string | null) =>
    address && count > 0 ? (
      <Link to={address} title={engagement.behind}>
        {count.toLocaleString()}
      </Link>
    ) : (
      count.toLocaleString()
    )
  const scale = (title: string) => `${title} (0–${percent(greatest)})`
  const columns: SmallColumn<Row>[] = [
    {
      id: 'name',
      header: props.title,
      head: true,
      cell: (row) => (
        <span className={styles.name}>
          {row.key.value === null ? engagement.none : by === 'CHANNEL' ? channelName(row.key.label) : row.key.label}
          {row.shared > 0 && <span className={styles.shared}>{words.shared(row.shared)}</span>}
        </span>
      ),
    },
    {
      id: 'messaged',
      header: words.messaged,
      align: 'end',
      sort: 'MESSAGED',
      cell: (row) => number(row.messaged, behind(row, { stage: 'MESSAGE_SENT' })),
    },
    {
      id: 'replied',
      header: words.replied,
      align: 'end',
      sort: 'REPLIED',
      cell: (row) => number(row.replied, behind(row, { stage: 'MESSAGE_REPLIED' })),
    },
    {
      id: 'replyRate',
      header: scale(words.replyRate),
      sort: 'REPLY_RATE',
      cell: (row) => <RateCell rate={row.replyRate} greatest={greatest} />,
    },
    {
      id: 'connectRate',
      header: scale(words.connectRate),
      sort: 'CONNECT_RATE',
      cell: (row) => <RateCell rate={row.connectRate} greatest={greatest} />,
    },
    {
      id: 'opened',
      header: <Weak>{words.opened}</Weak>,
      align: 'end',
      sort: 'OPENED',
      cell: (row) => <span className={styles.weak}>{number(row.opened, behind(row, { opened: true }))}</span>,
    },
    {
      id: 'clicked',
      header: <Weak>{words.clicked}</Weak>,
      align: 'end',
      sort: 'CLICKED',
      cell: (row) => <span className={styles.weak}>{number(row.clicked, behind(row, { clicked: true }))}</span>,
    },
    {
      id: 'last',
      header: words.last,
      align: 'end',
      sort: 'LAST_ACTIVITY',
      cell: (row) => row.lastActivityAt && <RelativeTime at={row.lastActivityAt} />,
    },
  ]
  return (
    <Answer
      title={props.title}
      hint={orderBy.endsWith('_RATE') ? words.hint : undefined}
      controls={props.controls}
      wide
      flush
      query={{ document: TABLE, variables }}
      error={error}
      onRetry={() => again({ requestPolicy: 'network-only' })}
      waiting={data ? null : <Skeleton height={240} radius="sm" />}
      empty={rows.length === 0}
      stale={stale}
    >
      <SmallTable
        label={props.title}
        columns={columns}
        rows={rows}
        idOf={(row) => row.key.value ?? ''}
        sort={{ by: orderBy, direction: 'descending' }}
        onSort={(order) => props.set({ [props.orderName]: order })}
      />
      {data?.engagementTable.isCut && <p className={styles.cut}>{words.cut(rows.length)}</p>}
    </Answer>
  )
}

function Weak({ children }: { children: ReactNode }) {
  return (
    <span className={styles.weakHead} title={words.weak}>
      {children}
      <small>{engagement.rate.weak}</small>
    </span>
  )
}

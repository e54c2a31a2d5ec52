import { Anchor, Badge, Collapse, Table, Tooltip } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useQuery } from 'urql'
import { type FragmentType, graphql, readFragment } from '../gql'
import { shown } from '../lib/values'
import { crm } from '../strings/crm'
import { record as words } from '../strings/record'
import { Card } from '../ui/Card'
import { ErrorNote } from '../ui/ErrorNote'
import { RelativeTime } from '../ui/RelativeTime'
import { SkeletonLines } from '../ui/Skeletons'
import styles from './EngagementCard.module.css'
import { StageTrack } from './StageTrack'
import { channelName } from './stages'

const EngagementCard_record = graphql(`
  fragment EngagementCard_record on Record {
    id
    engagement {
      stage furthestStage isBackwards status step steps channel replies replied opens clicks lastEngagedAt reportedAt
      campaigns senders sequenceStatus
    }
  }
`)

const RAW = graphql(`
  query EngagementRaw($id: ID!) {
    node(id: $id) {
      ... on Record { engagementReports(first: 40) { nodes { id name newRaw receivedAt } } }
    }
  }
`)

const { engagement: told } = words

/** How it stands with somebody in campaigns: the stage, what was heard from them, and what is weak evidence of it. */
export function EngagementCard(props: { record: FragmentType<typeof EngagementCard_record> }) {
  const { id, engagement } = readFragment(EngagementCard_record, props.record)
  const [raw, setRaw] = useState(false)
  if (!engagement) {
    return (
      <Card title={told.title}>
        <p className={styles.none}>{told.none}</p>
      </Card>
    )
  }
  const { stage, furthestStage, step, steps, channel } = engagement
  const place = [channel && channelName(channel), step !== null && crm.step(step, steps)].filter(Boolean).join(' · ')
  return (
    <Card title={told.title} action={place && <span className={styles.place}>{place}</span>}>
      <StageTrack stage={stage} />
      {engagement.isBackwards && furthestStage && (
        <p className={styles.none}>{told.furthest(crm.stage[furthestStage])}</p>
      )}
      <dl className={styles.facts}>
        <Fact name={told.replies}>
          <strong className={engagement.replies ? styles.good : undefined}>{engagement.replies ?? 0}</strong>
        </Fact>
        <Fact name={told.opens} weak>
          {engagement.opens ?? 0}
        </Fact>
        <Fact name={told.clicks} weak>
          {engagement.clicks ?? 0}
        </Fact>
        <Fact name={told.sequence}>
          {engagement.sequenceStatus && (crm.sequence[engagement.sequenceStatus as keyof typeof crm.sequence] ?? '')}
        </Fact>
        <Fact name={told.campaigns}>{engagement.campaigns.join(', ')}</Fact>
        <Fact name={told.senders}>{engagement.senders.join(', ')}</Fact>
        <Fact name={told.reported}>{engagement.reportedAt && <RelativeTime at={engagement.reportedAt} />}</Fact>
      </dl>
      <Anchor component="button" type="button" size="sm" onClick={() => setRaw(!raw)} aria-expanded={raw}>
        {told.raw}
      </Anchor>
      <Collapse expanded={raw}>{raw && <RawValues id={id} />}</Collapse>
    </Card>
  )
}

function Fact(props: { name: string; weak?: boolean; children: ReactNode }) {
  return (
    <div className={styles.fact} data-weak={props.weak || undefined}>
      <dt>{props.name}</dt>
      <dd>
        {isBlank(props.children) ? '—' : props.children}
        {props.weak && (
          <Tooltip label={words.engagement.weakHint} multiline w={240}>
            <Badge color="gray" tabIndex={0}>
              {told.weak}
            </Badge>
          </Tooltip>
        )}
      </dd>
    </div>
  )
}

function isBlank(value: ReactNode): boolean {
  return value === null || value === undefined || value === '' || value === false
}

function RawValues({ id }: { id: string }) {
  const [{ data, error }, again] = useQuery({ query: RAW, variables: { id } })
  if (error) return <ErrorNote error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />
  if (!data) return <SkeletonLines />
  const reports = data.node && 'engagementReports' in data.node ? data.node.engagementReports.nodes : []
  if (reports.length === 0) return <p className={styles.none}>{told.rawNone}</p>
  return (
    <Table className={styles.raw ?? ''} verticalSpacing={4} horizontalSpacing={8}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{told.rawColumns.name}</Table.Th>
          <Table.Th>{told.rawColumns.value}</Table.Th>
          <Table.Th>{told.rawColumns.received}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {reports.map((each) => (
          <Table.Tr key={each.id}>
            <Table.Td>{each.name}</Table.Td>
            <Table.Td className={styles.value ?? ''}>{shown(each.newRaw)}</Table.Td>
            <Table.Td>
              <RelativeTime at={each.receivedAt} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

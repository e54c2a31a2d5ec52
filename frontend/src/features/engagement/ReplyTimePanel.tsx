import { NativeSelect, Skeleton } from '@mantine/core'
import { useQuery } from 'urql'
import { channelName } from '../../crm/stages'
import { graphql } from '../../gql'
import type { EngagementDimension } from '../../gql/graphql'
import { engagement } from '../../strings/engagement'
import { ticksFor } from '../../ui/charts/scale'
import { EmptyState } from '../../ui/EmptyState'
import { SmallTable } from '../../ui/SmallTable'
import { Answer } from './Answer'
import { filterOf, type Question } from './question'
import styles from './ReplyTimePanel.module.css'
import type { SetAddress } from './useQuestion'

const TIMES = graphql(`
  query TimeToReply($by: [EngagementDimension!], $filter: EngagementFilter) {
    timeToReply(by: $by, filter: $filter, first: 20) {
      rows { keys { value label } firstQuartileHours medianHours thirdQuartileHours measured inferred unpaired }
    }
  }
`)

const { replyTime: words } = engagement
const BY = ['CAMPAIGN', 'SENDER', 'CHANNEL', 'OWNER'] as const satisfies EngagementDimension[]
const LABELS = {
  CAMPAIGN: engagement.facets.campaign,
  SENDER: engagement.facets.sender,
  CHANNEL: engagement.facets.channel,
  OWNER: engagement.facets.owner,
}

/** How long people took to reply, by the quartiles of those whose times are known. */
export function ReplyTimePanel(props: { question: Question; by: string | null; set: SetAddress }) {
  const by = BY.find((each) => each === props.by) ?? 'CAMPAIGN'
  const variables = { by: [by], filter: filterOf(props.question) }
  const [{ data, error, stale }, again] = useQuery({ query: TIMES, variables })
  const rows = (data?.timeToReply.rows ?? []).filter((row) => row.measured + row.inferred + row.unpaired > 0)
  const greatest = ticksFor(Math.max(1, ...rows.map((row) => row.thirdQuartileHours ?? 0))).at(-1) ?? 1
  const at = (hours: number) => `${(hours / greatest) * 100}%`
  return (
    <Answer
      title={words.title}
      hint={words.hint}
      controls={
        <NativeSelect
          aria-label={words.by}
          value={by}
          onChange={(event) => props.set({ times: event.currentTarget.value })}
          data={BY.map((value) => ({ value, label: LABELS[value] }))}
        />
      }
      query={{ document: TIMES, variables }}
      error={error}
      onRetry={() => again({ requestPolicy: 'network-only' })}
      waiting={data ? null : <Skeleton height={200} radius="sm" />}
      empty={false}
      stale={stale}
      flush
    >
      <SmallTable
        label={words.title}
        rows={rows}
        idOf={(row) => row.keys[0]?.value ?? ''}
        empty={<EmptyState title={words.nothing} hint={engagement.empty.hint} />}
        columns={[
          {
            id: 'name',
            header: LABELS[by],
            head: true,
            cell: ({ keys: [key] }) => (
              <span className={styles.name}>
                {key?.value === null ? engagement.none : by === 'CHANNEL' ? channelName(key?.label ?? '') : key?.label}
              </span>
            ),
          },
          {
            id: 'middle',
            header: `${words.middle} (0–${words.hours(greatest)})`,
            cell: ({ firstQuartileHours: low, medianHours: median, thirdQuartileHours: high }) =>
              low !== null &&
              median !== null &&
              high !== null && (
                <span className={styles.times} title={`${words.hours(low)} – ${words.hours(high)}`} aria-hidden="true">
                  <span className={styles.box} style={{ left: at(low), width: at(high - low) }} />
                  <span className={styles.median} style={{ left: at(median) }} />
                </span>
              ),
          },
          {
            id: 'median',
            header: words.median,
            align: 'end',
            cell: (row) => row.medianHours !== null && <b>{words.hours(row.medianHours)}</b>,
          },
          { id: 'measured', header: words.measured, align: 'end', cell: (row) => row.measured },
          {
            id: 'unmeasured',
            header: <span title={words.unmeasuredHint}>{words.unmeasured}</span>,
            align: 'end',
            cell: (row) => row.inferred + row.unpaired,
          },
        ]}
      />
    </Answer>
  )
}

import { Skeleton } from '@mantine/core'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { graphql } from '../../gql'
import type { EngagementFunnelQuery } from '../../gql/graphql'
import { dayIn } from '../../lib/zonedDays'
import { crm } from '../../strings/crm'
import { engagement } from '../../strings/engagement'
import { SmallTable } from '../../ui/SmallTable'
import { Answer } from './Answer'
import { contactsAddress } from './contactsAddress'
import styles from './FunnelPanel.module.css'
import { change, percent } from './numbers'
import { comparedDays, filterOf, periodOf, type Question } from './question'
import type { SetAddress } from './useQuestion'

const FUNNEL = graphql(`
  query EngagementFunnel($filter: EngagementFilter, $compareTo: EngagementComparison) {
    engagementFunnel(filter: $filter, compareTo: $compareTo) {
      rows {
        stages { stage contacts shared conversion follows shareOfFirst }
        previous { stage contacts conversion }
      }
    }
  }
`)

type Stage = EngagementFunnelQuery['engagementFunnel']['rows'][number]['stages'][number]
const { funnel: words } = engagement

/** How many contacts came how far, each stage against the one it follows from. */
export function FunnelPanel({ question, set, view }: { question: Question; set: SetAddress; view: string }) {
  const compared = comparedDays(question, dayIn(question.zone, new Date()))
  const variables = {
    filter: filterOf(question),
    compareTo: compared ? { period: periodOf(compared, question.zone) ?? null } : null,
  }
  const [{ data, error, stale }, again] = useQuery({ query: FUNNEL, variables })
  const [row] = data?.engagementFunnel.rows ?? []
  const stages = row?.stages ?? []
  const before = (stage: Stage) => row?.previous?.find((each) => each.stage === stage.stage)
  return (
    <Answer
      title={words.title}
      hint={words.hint}
      query={{ document: FUNNEL, variables }}
      error={error}
      onRetry={() => again({ requestPolicy: 'network-only' })}
      waiting={data ? null : <Skeleton height={220} radius="sm" />}
      empty={(stages[0]?.contacts ?? 0) === 0}
      {...(question.period === 'all' ? {} : { emptyAction: () => set({ period: 'all' }) })}
      stale={stale}
      view={{ name: 'funnel', value: view, set }}
      flush={view === 'table'}
    >
      {view === 'table' ? (
        <SmallTable
          label={words.title}
          rows={stages}
          idOf={(each) => each.stage}
          columns={[
            { id: 'stage', header: words.stage, head: true, cell: (each) => crm.stage[each.stage] },
            {
              id: 'contacts',
              header: words.contacts,
              align: 'end',
              cell: (each) => <Contacts stage={each} of={question} />,
            },
            {
              id: 'before',
              header: words.ofBefore,
              align: 'end',
              cell: (each) => each.conversion !== null && `${percent(each.conversion)} ${of(each)}`,
            },
            {
              id: 'first',
              header: words.ofFirst,
              align: 'end',
              cell: (each) => each.shareOfFirst !== null && percent(each.shareOfFirst),
            },
            { id: 'shared', header: words.shared, align: 'end', cell: (each) => each.shared },
            ...(compared
              ? [
                  {
                    id: 'previous',
                    header: words.previous,
                    align: 'end' as const,
                    cell: (each: Stage) => before(each)?.contacts,
                  },
                ]
              : []),
          ]}
        />
      ) : (
        <ol className={styles.funnel}>
          {stages.map((each) => (
            <li key={each.stage} className={styles.stage}>
              <span className={styles.name}>{crm.stage[each.stage]}</span>
              <span className={styles.bar}>
                {compared && (
                  <span
                    className={styles.previous}
                    style={{ width: share(before(each)?.contacts ?? 0, greatestOf(row)) }}
                  />
                )}
                <span className={styles.filled} style={{ width: share(each.contacts, greatestOf(row)) }} />
                {each.shared > 0 && (
                  <span
                    className={styles.shared}
                    title={words.sharedHint(each.shared)}
                    style={{
                      width: share(each.shared, greatestOf(row)),
                      left: share(each.contacts - each.shared, greatestOf(row)),
                    }}
                  />
                )}
              </span>
              <span className={styles.count}>
                <Contacts stage={each} of={question} />
                {compared && (
                  <span className={styles.quiet} title={`${words.previous}: ${before(each)?.contacts ?? 0}`}>
                    {change(each.contacts, before(each)?.contacts ?? 0)}
                  </span>
                )}
              </span>
              <span className={styles.conversion}>
                {each.conversion !== null && (
                  <>
                    <b>{percent(each.conversion)}</b> {of(each)}
                  </>
                )}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Answer>
  )
}

function Contacts({ stage, of: question }: { stage: Stage; of: Question }) {
  return (
    <Link to={contactsAddress(question, { stage: stage.stage })} title={engagement.behind}>
      {stage.contacts.toLocaleString()}
    </Link>
  )
}

function of({ follows }: Stage): string {
  return follows === null ? '' : words.of(crm.stage[follows])
}

function share(count: number, greatest: number): string {
  return `${greatest === 0 ? 0 : (count / greatest) * 100}%`
}

function greatestOf(row: EngagementFunnelQuery['engagementFunnel']['rows'][number] | undefined): number {
  return Math.max(
    0,
    ...(row?.stages ?? []).map((each) => each.contacts),
    ...(row?.previous ?? []).map((each) => each.contacts),
  )
}

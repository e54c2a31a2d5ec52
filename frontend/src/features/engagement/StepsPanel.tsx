import { Select, Skeleton } from '@mantine/core'
import { useQuery } from 'urql'
import { channelName } from '../../crm/stages'
import { graphql, readFragment } from '../../gql'
import { engagement } from '../../strings/engagement'
import { EmptyState } from '../../ui/EmptyState'
import { SmallTable } from '../../ui/SmallTable'
import { Answer } from './Answer'
import { scaleOf } from './numbers'
import { filterOf, type Question } from './question'
import { RateCell, RateCell_rate } from './RateCell'
import styles from './StepsPanel.module.css'
import type { SetAddress } from './useQuestion'

const CAMPAIGNS = graphql(`
  query StepCampaigns {
    engagementTable(by: CAMPAIGN, first: 200) { rows { key { value label } } }
  }
`)

const STEPS = graphql(`
  query EngagementSteps($campaignId: ID!, $filter: EngagementFilter) {
    stepPerformance(campaignId: $campaignId, filter: $filter) {
      campaign
      steps { step channel messaged replied replyRate { ...RateCell_rate } }
    }
  }
`)

const { steps: words } = engagement

/** The steps of one campaign: the one chosen here, else the first the page is narrowed to, else the largest. */
export function StepsPanel(props: { question: Question; chosen: string | null; set: SetAddress }) {
  const { question, set } = props
  const [campaigns, campaignsAgain] = useQuery({ query: CAMPAIGNS })
  const known = (campaigns.data?.engagementTable.rows ?? []).flatMap(({ key }) =>
    key.value === null ? [] : [{ value: key.value, label: key.label }],
  )
  const campaignId = props.chosen ?? question.facets.campaign[0] ?? known[0]?.value ?? null
  const { campaignIds: _, ...filter } = filterOf(question)
  const variables = { campaignId: campaignId ?? '', filter }
  const [{ data, error, stale }, again] = useQuery({ query: STEPS, variables, pause: campaignId === null })
  const steps = data?.stepPerformance?.steps ?? []
  const rates = steps.flatMap(({ replyRate }) => (replyRate ? [readFragment(RateCell_rate, replyRate)] : []))
  const greatest = scaleOf(rates.map(({ high }) => high))
  const most = Math.max(1, ...steps.map(({ messaged }) => messaged))
  const noCampaign = campaigns.data !== undefined && campaignId === null
  return (
    <Answer
      title={words.title}
      hint={words.hint}
      controls={
        <Select
          aria-label={words.campaign}
          placeholder={words.choose}
          className={styles.campaign ?? ''}
          data={known}
          value={campaignId}
          onChange={(value) => set({ steps: value })}
          searchable
          allowDeselect={false}
        />
      }
      query={campaignId === null ? null : { document: STEPS, variables }}
      error={error ?? campaigns.error}
      onRetry={() => {
        campaignsAgain({ requestPolicy: 'network-only' })
        again({ requestPolicy: 'network-only' })
      }}
      waiting={data || noCampaign ? null : <Skeleton height={200} radius="sm" />}
      empty={false}
      stale={stale}
      flush
    >
      {steps.length === 0 ? (
        <EmptyState
          title={noCampaign ? words.none : engagement.empty.title}
          hint={noCampaign ? words.noneHint : words.nobody}
        />
      ) : (
        <SmallTable
          label={words.title}
          rows={steps}
          idOf={(each) => `${each.step} ${each.channel}`}
          columns={[
            { id: 'step', header: words.step, head: true, cell: (each) => each.step ?? words.noStep },
            { id: 'channel', header: words.channel, cell: (each) => each.channel && channelName(each.channel) },
            {
              id: 'messaged',
              header: engagement.groups.messaged,
              cell: (each) => (
                <span className={styles.messaged}>
                  <span className={styles.bar} aria-hidden="true">
                    <span style={{ width: `${(each.messaged / most) * 100}%` }} />
                  </span>
                  {each.messaged}
                </span>
              ),
            },
            { id: 'replied', header: engagement.groups.replied, align: 'end', cell: (each) => each.replied },
            {
              id: 'rate',
              header: engagement.groups.replyRate,
              cell: (each) =>
                each.replyRate ? (
                  <RateCell rate={each.replyRate} greatest={greatest} />
                ) : (
                  <span className={styles.quiet}>{words.unknown}</span>
                ),
            },
          ]}
        />
      )}
    </Answer>
  )
}

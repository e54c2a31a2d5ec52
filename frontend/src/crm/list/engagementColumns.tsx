import { type FragmentType, graphql, readFragment } from '../../gql'
import type { EngagementColumns_EngagementFragment } from '../../gql/graphql'
import { crm } from '../../strings/crm'
import { lists } from '../../strings/lists'
import { StageTrack } from '../StageTrack'
import { channelName } from '../stages'
import { column, moments } from './columns'
import type { ListColumn } from './row'

const EngagementColumns_engagement = graphql(`
  fragment EngagementColumns_engagement on Engagement {
    stage replies
    ... @include(if: $more) { furthestStage status step steps channel opens clicks lastEngagedAt campaigns senders }
  }
`)

const { fields: words, weakOpens } = lists
const group = lists.groups.engagement

type Engagement = EngagementColumns_EngagementFragment
type Engaged = { engagement: FragmentType<typeof EngagementColumns_engagement> | null }

const SORTS: Record<string, string> = {
  stage: 'ENGAGEMENT_STAGE',
  furthestStage: 'FURTHEST_STAGE',
  replies: 'REPLIES',
  opens: 'OPENS',
  clicks: 'CLICKS',
  lastEngaged: 'LAST_ENGAGED_AT',
}

/** How records stand in campaigns. */
export function engagementColumns<Row extends Engaged>(): ListColumn<Row, never>[] {
  type Own = ListColumn<Row, never>
  function of<Value>(read: (engagement: Engagement) => Value) {
    return (row: Row) => {
      const engagement = readFragment(EngagementColumns_engagement, row.engagement)
      return engagement ? read(engagement) : null
    }
  }
  const stage = (id: 'stage' | 'furthestStage'): Own => {
    const reached = of((engagement) => engagement[id])
    return {
      ...column<Row>(id, words[id], 140, group, (row) => {
        const stage = reached(row)
        return stage && crm.stage[stage]
      }),
      cell: (row) => {
        const stage = reached(row)
        return stage && <StageTrack small stage={stage} />
      },
    }
  }
  const count = (id: 'replies' | 'opens' | 'clicks'): Own => {
    const value = of((engagement) => engagement[id])
    const weak = (row: Row) => <span title={weakOpens}>{value(row) ?? ''}</span>
    return { ...column<Row>(id, words[id], 84, group, value), align: 'end', cell: id === 'replies' ? value : weak }
  }
  const step: Own = {
    ...column<Row>(
      'step',
      words.step,
      110,
      group,
      of(({ step }) => step),
    ),
    cell: of(({ step, steps = null }) => step != null && crm.step(step, steps)),
  }
  const plain = (
    id: 'channel' | 'status' | 'campaigns' | 'senders',
    width: number,
    read: (each: Engagement) => string | null | undefined,
  ) => column<Row>(id, words[id], width, group, of(read))
  return [
    stage('stage'),
    step,
    plain('channel', 100, ({ channel }) => channel && channelName(channel)),
    count('replies'),
    count('opens'),
    count('clicks'),
    moments<Row>(
      'lastEngaged',
      words.lastEngaged,
      group,
      of(({ lastEngagedAt }) => lastEngagedAt),
    ),
    stage('furthestStage'),
    plain('status', 210, ({ status }) => status),
    plain('campaigns', 200, ({ campaigns }) => campaigns?.join(', ')),
    plain('senders', 160, ({ senders }) => senders?.join(', ')),
  ].map((each) => ({ ...each, ...(SORTS[each.id] && { sort: SORTS[each.id] }) }) as Own)
}

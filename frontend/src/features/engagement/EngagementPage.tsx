import { NativeSelect } from '@mantine/core'
import type { EngagementDimension } from '../../gql/graphql'
import { engagement } from '../../strings/engagement'
import { Page } from '../../ui/Page'
import { Panels } from '../../ui/Panel'
import { FunnelPanel } from './FunnelPanel'
import { GroupPanel } from './GroupPanel'
import { QuestionBar } from './QuestionBar'
import { ReplyTimePanel } from './ReplyTimePanel'
import { SeriesPanel } from './SeriesPanel'
import { StepsPanel } from './StepsPanel'
import { useQuestion } from './useQuestion'

const OTHERS = Object.keys(engagement.groups.dimensions) as (keyof typeof engagement.groups.dimensions)[]

/** What campaigns came to: how far people got, when they replied, and which campaign, sender and step did what. */
export function EngagementPage() {
  const { question, params, set } = useQuestion()
  const by: EngagementDimension = OTHERS.find((each) => each === params.get('by')) ?? 'CHANNEL'
  const view = (name: string) => (params.get(name) === 'table' ? 'table' : 'chart')
  return (
    <Page title={engagement.title} bar={<QuestionBar question={question} set={set} />}>
      <Panels even>
        <FunnelPanel question={question} set={set} view={view('funnel')} />
        <SeriesPanel question={question} set={set} view={view('series')} />
        <GroupPanel
          title={engagement.groups.campaigns}
          by="CAMPAIGN"
          question={question}
          orderName="campaigns"
          order={params.get('campaigns')}
          set={set}
        />
        <GroupPanel
          title={engagement.groups.senders}
          by="SENDER"
          question={question}
          orderName="senders"
          order={params.get('senders')}
          set={set}
        />
        <StepsPanel question={question} chosen={params.get('steps')} set={set} />
        <ReplyTimePanel question={question} by={params.get('times')} set={set} />
        <GroupPanel
          title={engagement.groups.dimensions[by as keyof typeof engagement.groups.dimensions]}
          by={by}
          question={question}
          orderName="order"
          order={params.get('order')}
          set={set}
          controls={
            <NativeSelect
              aria-label={engagement.groups.by}
              value={by}
              onChange={(event) => set({ by: event.currentTarget.value })}
              data={OTHERS.map((value) => ({ value, label: engagement.groups.dimensions[value] }))}
            />
          }
        />
      </Panels>
    </Page>
  )
}

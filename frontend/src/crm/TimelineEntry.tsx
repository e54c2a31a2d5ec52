import { Anchor } from '@mantine/core'
import ArrowDownLeft from 'lucide-react/icons/arrow-down-left'
import CheckCheck from 'lucide-react/icons/check-check'
import ListTodo from 'lucide-react/icons/list-todo'
import Mail from 'lucide-react/icons/mail'
import PenLine from 'lucide-react/icons/pen-line'
import RefreshCw from 'lucide-react/icons/refresh-cw'
import Send from 'lucide-react/icons/send'
import Sparkles from 'lucide-react/icons/sparkles'
import { type ReactNode, useState } from 'react'
import { type FragmentType, graphql, readFragment } from '../gql'
import type { TimelineEntry_ItemFragment } from '../gql/graphql'
import { shown } from '../lib/values'
import { crm } from '../strings/crm'
import { record } from '../strings/record'
import { RelativeTime } from '../ui/RelativeTime'
import { actorName } from './actorName'
import { fieldLabel } from './fieldLabels'
import { channelName } from './stages'
import styles from './Timeline.module.css'

const TimelineEntry_item = graphql(`
  fragment TimelineEntry_item on TimelineItem {
    __typename
    ... on ActivityItem {
      activity { id type direction subject bodyText sender step steps owner { name } }
      event { kind channel }
    }
    ... on EngagementEventItem {
      event {
        kind channel step steps certainty count text
        campaigns(first: 3) { nodes { id name } }
        senders(first: 3) { nodes { id name } }
      }
    }
    ... on FieldChangesItem { actor { label } source fields { field old new isCustom } }
    ... on SyncItem { syncMoment strategy externalId }
    ... on TaskItem { taskMoment task { id subject dueAt } }
  }
`)

const { timeline: words } = record
const SHOWN = 4 // changed fields, before the others are asked for
const LONG = 420 // characters of a message, likewise

/** One thing that happened: what, by whom, when, and as much of it as can be read at a glance. */
export function TimelineEntry(props: { at: string; item: FragmentType<typeof TimelineEntry_item> }) {
  const item = readFragment(TimelineEntry_item, props.item)
  const { icon, tone, title, detail, more } = drawn(item)
  return (
    <li className={styles.entry}>
      <span className={styles.icon} data-tone={tone} aria-hidden="true">
        {icon}
      </span>
      <div className={styles.body}>
        <p className={styles.title}>
          {title} {detail && <span className={styles.detail}>{detail}</span>}
        </p>
        {more}
      </div>
      <span className={styles.when}>
        <RelativeTime at={props.at} />
      </span>
    </li>
  )
}

type Drawn = { icon: ReactNode; tone?: 'good' | 'accent'; title: ReactNode; detail?: ReactNode; more?: ReactNode }

function drawn(item: TimelineEntry_ItemFragment): Drawn {
  switch (item.__typename) {
    case 'ActivityItem':
      return drawnActivity(item)
    case 'EngagementEventItem':
      return drawnEvent(item)
    case 'FieldChangesItem':
      return {
        icon: <PenLine size={14} />,
        title: <strong>{words.changed(actorName(item.source, item.actor.label))}</strong>,
        more: <Changes fields={item.fields} />,
      }
    case 'SyncItem':
      return {
        icon: <RefreshCw size={14} />,
        title: item.syncMoment === 'LINKED' ? words.linked : words.synced,
        detail: [item.externalId, item.strategy && foundBy(item.strategy)].filter(Boolean).join(' · '),
      }
    case 'TaskItem':
      return {
        icon: item.taskMoment === 'COMPLETED' ? <CheckCheck size={14} /> : <ListTodo size={14} />,
        title: item.taskMoment === 'COMPLETED' ? words.taskCompleted : words.taskCreated,
        detail: item.task?.subject,
      }
    default:
      return { icon: <Sparkles size={14} />, title: words.events.OTHER }
  }
}

function drawnActivity({
  activity,
  event,
}: Extract<TimelineEntry_ItemFragment, { __typename: 'ActivityItem' }>): Drawn {
  const inbound = activity?.direction === 'INBOUND'
  const channel = event?.channel ?? activity?.type
  const who = activity?.sender ?? activity?.owner?.name
  return {
    icon: inbound ? <ArrowDownLeft size={14} /> : <Send size={13} />,
    ...(inbound ? { tone: 'good' as const } : {}),
    title: <strong>{event ? words.events[event.kind] : inbound ? words.inbound : words.outbound}</strong>,
    detail: [
      channel && channelName(channel),
      activity?.step != null && crm.step(activity.step, activity.steps),
      who && words.by(who),
    ]
      .filter(Boolean)
      .join(' · '),
    more: activity && (activity.subject || activity.bodyText) && (
      <Message direction={activity.direction} subject={activity.subject} text={activity.bodyText ?? ''} />
    ),
  }
}

function drawnEvent({ event }: Extract<TimelineEntry_ItemFragment, { __typename: 'EngagementEventItem' }>): Drawn {
  if (!event) return { icon: <Sparkles size={14} />, title: words.events.OTHER }
  const replied = event.kind === 'MESSAGE_REPLIED'
  const campaigns = event.campaigns.nodes.map((each) => each.name).join(', ')
  const senders = event.senders.nodes.map((each) => each.name).join(', ')
  return {
    icon: replied ? (
      <ArrowDownLeft size={14} />
    ) : event.kind === 'MESSAGE_SENT' ? (
      <Mail size={14} />
    ) : (
      <Sparkles size={14} />
    ),
    ...(replied ? { tone: 'good' as const } : { tone: 'accent' as const }),
    title: (
      <strong>
        {event.kind === 'OTHER' && event.text ? event.text : words.events[event.kind]}
        {event.count > 1 && ` × ${event.count}`}
      </strong>
    ),
    detail: (
      <>
        {[
          event.channel && channelName(event.channel),
          event.step !== null && crm.step(event.step, event.steps),
          campaigns && words.in(campaigns),
          senders && words.by(senders),
        ]
          .filter(Boolean)
          .join(' · ')}{' '}
        {event.certainty === 'INFERRED' && (
          <em className={styles.inferred} title={words.inferredHint}>
            {words.inferred}
          </em>
        )}
      </>
    ),
  }
}

function Message(props: { direction: string | null; subject: string | null; text: string }) {
  const [whole, setWhole] = useState(false)
  const long = props.text.length > LONG
  return (
    <div className={styles.message} data-direction={props.direction}>
      {props.subject && <span className={styles.subject}>{props.subject}</span>}
      {long && !whole ? `${props.text.slice(0, LONG).trimEnd()}…` : props.text}
      {long && (
        <div>
          <Anchor component="button" type="button" size="sm" onClick={() => setWhole(!whole)}>
            {whole ? words.less : words.more(1).replace('1 ', '')}
          </Anchor>
        </div>
      )}
    </div>
  )
}

function Changes(props: { fields: { field: string; old?: unknown; new?: unknown; isCustom: boolean }[] }) {
  const [whole, setWhole] = useState(false)
  const fields = whole ? props.fields : props.fields.slice(0, SHOWN)
  const hidden = props.fields.length - SHOWN
  return (
    <>
      <dl className={styles.changes}>
        {fields.map((each) => (
          <div key={each.field} style={{ display: 'contents' }}>
            <dt>{fieldLabel(each.field)}</dt>
            <dd>
              {shown(each.old) !== '' && (
                <>
                  <del>{shown(each.old)}</del> →{' '}
                </>
              )}
              {shown(each.new) || <em>{words.empty}</em>}
            </dd>
          </div>
        ))}
      </dl>
      {hidden > 0 && (
        <Anchor component="button" type="button" size="sm" onClick={() => setWhole(!whole)}>
          {whole ? words.less : words.more(hidden)}
        </Anchor>
      )}
    </>
  )
}

function foundBy(strategy: string): string {
  const name = record.enginy.strategies[strategy] ?? strategy
  // Nothing had to be found where an export or a person made the link.
  return strategy === 'created' || strategy === 'person' ? name : words.through(name)
}

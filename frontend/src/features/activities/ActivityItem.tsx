import ArrowDownLeft from 'lucide-react/icons/arrow-down-left'
import ArrowUpRight from 'lucide-react/icons/arrow-up-right'
import ChevronRight from 'lucide-react/icons/chevron-right'
import type { ComponentProps } from 'react'
import { Link } from 'react-router'
import { channelName } from '../../crm/stages'
import { activities as words } from '../../strings/activities'
import { crm } from '../../strings/crm'
import { RelativeTime } from '../../ui/RelativeTime'
import styles from './ActivityItem.module.css'
import type { ActivityRow } from './activityRow'

/** A message or another event in a list: who wrote to whom, when, and the text, a line of it or all. */
export function ActivityItem(props: {
  activity: ActivityRow
  expanded: boolean
  onToggle: () => void
  rowProps: ComponentProps<'li'>
}) {
  const { activity, expanded } = props
  const received = activity.direction === 'INBOUND'
  const Arrow = received ? ArrowDownLeft : ArrowUpRight
  const { sender, owner } = activity
  const facts = [
    channelName(activity.type),
    activity.step !== null && words.step(activity.step, activity.steps),
    !received && (sender ?? owner?.name) && words.by(sender ?? owner?.name ?? ''),
  ]
  return (
    <li {...props.rowProps} className={styles.item} data-received={received || undefined}>
      <span className={styles.direction}>
        {(received || activity.direction === 'OUTBOUND') && (
          <>
            <Arrow size={15} aria-hidden="true" />
            {words.direction[received ? 'INBOUND' : 'OUTBOUND']}
          </>
        )}
      </span>
      <span className={styles.who}>
        <Who activity={activity} />
      </span>
      <button
        type="button"
        className={styles.text}
        tabIndex={-1}
        aria-expanded={expanded}
        title={expanded ? words.hide : words.show}
        onClick={props.onToggle}
      >
        <ChevronRight size={14} className={styles.chevron ?? ''} aria-hidden="true" />
        <span className={styles.words}>
          {activity.subject && <span className={styles.subject}>{activity.subject}</span>}
          <span className={styles.body}>{activity.bodyText || (activity.subject ? '' : words.noText)}</span>
        </span>
      </button>
      <span className={styles.facts}>{facts.filter(Boolean).join(' · ')}</span>
      <span className={styles.time}>
        <RelativeTime at={activity.happenedAt} />
      </span>
    </li>
  )
}

function Who({ activity: { contact, company } }: { activity: ActivityRow }) {
  if (contact) {
    return (
      <>
        <Link to={`/contacts/${contact.id}`} tabIndex={-1}>
          {contact.name ?? crm.unnamed}
        </Link>
        {contact.companyName && <span className={styles.company}>{contact.companyName}</span>}
      </>
    )
  }
  if (company) {
    return (
      <Link to={`/companies/${company.id}`} tabIndex={-1}>
        {company.name ?? crm.unnamed}
      </Link>
    )
  }
  return <span className={styles.company}>{words.unknown}</span>
}

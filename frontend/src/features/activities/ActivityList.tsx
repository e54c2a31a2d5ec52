import { type ReactNode, useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { startOfDay } from '../../lib/days'
import { grouped } from '../../lib/grouped'
import { day } from '../../lib/times'
import { activities as words } from '../../strings/activities'
import { useRows } from '../../ui/useRows'
import { ActivityItem } from './ActivityItem'
import styles from './ActivityList.module.css'
import type { ActivityRow } from './activityRow'

/** Activities by day, the newest first, whose texts are read in place. */
export function ActivityList(props: { activities: ActivityRow[]; stale: boolean; after: ReactNode }) {
  const { activities } = props
  const navigate = useNavigate()
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set())
  const days = useMemo(
    () => grouped(activities, (each) => startOfDay(new Date(each.happenedAt)).getTime()),
    [activities],
  )
  const toggle = (id: string) =>
    setExpanded((before) => {
      const next = new Set(before)
      if (!next.delete(id)) next.add(id)
      return next
    })
  const { listProps, rowProps } = useRows(words.title, activities.length, [
    { key: 'x', does: words.keys.expand, act: (index) => activities[index] && toggle(activities[index].id) },
    {
      key: 'Enter',
      does: words.keys.open,
      act: (index) => {
        const contact = activities[index]?.contact
        if (contact) navigate(`/contacts/${contact.id}`)
      },
    },
  ])
  const now = new Date()
  return (
    <div {...listProps} className={styles.days} data-stale={props.stale || undefined}>
      {days.map(({ group, start, rows }) => (
        <section key={group} aria-label={dayName(group, now)}>
          <h2 className={styles.heading}>{dayName(group, now)}</h2>
          <ul className={styles.list}>
            {rows.map((activity, place) => (
              <ActivityItem
                key={activity.id}
                activity={activity}
                expanded={expanded.has(activity.id)}
                onToggle={() => toggle(activity.id)}
                rowProps={rowProps(start + place)}
              />
            ))}
          </ul>
        </section>
      ))}
      {props.after}
    </div>
  )
}

function dayName(midnight: number, now: Date): string {
  if (midnight === startOfDay(now).getTime()) return words.today
  if (midnight === startOfDay(now, -1).getTime()) return words.yesterday
  return day(new Date(midnight).toISOString())
}

import { type ComponentProps, type ReactNode, useCallback, useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { startOfDay } from '../../lib/days'
import { grouped } from '../../lib/grouped'
import { day } from '../../lib/times'
import { activities as words } from '../../strings/activities'
import { GroupedRows } from '../../ui/GroupedRows'
import { ActivityItem } from './ActivityItem'
import type { ActivityRow } from './activityRow'

const ROW_HEIGHT = 60

/** Activities by day, the newest first, whose texts are read in place. */
export function ActivityList(props: {
  activities: ActivityRow[]
  stale: boolean
  hasMore: boolean
  after: ReactNode
  /** What was asked for; the place in the list is remembered under it. */
  asked: string
}) {
  const { activities } = props
  const navigate = useNavigate()
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set())
  const days = useMemo(
    () => grouped(activities, (each) => startOfDay(new Date(each.happenedAt)).getTime()),
    [activities],
  )
  const toggle = useCallback(
    (id: string) =>
      setExpanded((before) => {
        const next = new Set(before)
        if (!next.delete(id)) next.add(id)
        return next
      }),
    [],
  )
  // The same as long as it draws the same, so that rows which are there stay as they are when more are read.
  const row = useCallback(
    (activity: ActivityRow, rowProps: ComponentProps<'li'>) => (
      <ActivityItem
        activity={activity}
        expanded={expanded.has(activity.id)}
        onToggle={() => toggle(activity.id)}
        rowProps={rowProps}
      />
    ),
    [expanded, toggle],
  )
  const now = new Date()
  return (
    <GroupedRows
      label={words.title}
      groups={days}
      idOf={idOf}
      nameOf={(midnight) => dayName(midnight, now)}
      rowHeight={ROW_HEIGHT}
      hasMore={props.hasMore}
      stale={props.stale}
      after={props.after}
      placeKey={`activities ${props.asked}`}
      row={row}
      acts={[
        { key: 'x', does: words.keys.expand, act: (index) => activities[index] && toggle(activities[index].id) },
        {
          key: 'Enter',
          does: words.keys.open,
          act: (index) => {
            const contact = activities[index]?.contact
            if (contact) navigate(`/contacts/${contact.id}`)
          },
        },
      ]}
    />
  )
}

function idOf(activity: ActivityRow): string {
  return activity.id
}

function dayName(midnight: number, now: Date): string {
  if (midnight === startOfDay(now).getTime()) return words.today
  if (midnight === startOfDay(now, -1).getTime()) return words.yesterday
  return day(new Date(midnight).toISOString())
}

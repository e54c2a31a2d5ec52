import { ActionIcon } from '@mantine/core'
import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import X from 'lucide-react/icons/x'
import type { ReactNode } from 'react'
import { settings } from '../../strings/settings'
import { moved } from './moved'
import styles from './OrderedList.module.css'

/** Entries of which the order matters: each can be moved and taken away. */
export function OrderedList<Entry>(props: {
  label: string
  entries: readonly Entry[]
  nameOf: (entry: Entry) => string
  children: (entry: Entry, place: number) => ReactNode
  onChange: (entries: Entry[]) => void
  mayChange: boolean
  empty: string
  least?: number
}) {
  const { entries, nameOf, onChange } = props
  if (entries.length === 0) return <p className={styles.empty}>{props.empty}</p>
  return (
    <ol className={styles.list} aria-label={props.label}>
      {entries.map((entry, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an entry is its place, and its name changes while it is typed
        <li key={place} className={styles.entry}>
          <span className={styles.place}>{place + 1}</span>
          <div className={styles.content}>{props.children(entry, place)}</div>
          {props.mayChange && (
            <span className={styles.actions}>
              <ActionIcon
                aria-label={settings.up(nameOf(entry))}
                disabled={place === 0}
                onClick={() => onChange(moved(entries, place, -1))}
              >
                <ArrowUp size={15} />
              </ActionIcon>
              <ActionIcon
                aria-label={settings.down(nameOf(entry))}
                disabled={place === entries.length - 1}
                onClick={() => onChange(moved(entries, place, 1))}
              >
                <ArrowDown size={15} />
              </ActionIcon>
              <ActionIcon
                aria-label={settings.remove(nameOf(entry))}
                disabled={entries.length <= (props.least ?? 0)}
                onClick={() => onChange(entries.filter((_, at) => at !== place))}
              >
                <X size={15} />
              </ActionIcon>
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}

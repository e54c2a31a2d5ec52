import { sync } from '../../strings/sync'
import styles from './RunCounts.module.css'
import { outcomeName } from './words'

/** How many items came of a run, and what became of them: those that failed first. */
export function RunCounts({ counts }: { counts: readonly { outcome: string; count: number }[] }) {
  const received = counts.find(({ outcome }) => outcome === 'received')?.count
  const others = counts
    .filter(({ outcome, count }) => outcome !== 'received' && count > 0)
    .toSorted((one, other) => Number(other.outcome === 'failed') - Number(one.outcome === 'failed'))
  return (
    <span className={styles.counts}>
      {received !== undefined && <span className={styles.received}>{sync.items(received)}</span>}
      {others.map(({ outcome, count }) => (
        <span key={outcome} data-failed={outcome === 'failed' || undefined}>
          {sync.count(count, outcomeName(outcome))}
        </span>
      ))}
    </span>
  )
}

import { Skeleton } from '@mantine/core'
import { ui } from '../strings/ui'
import styles from './Skeletons.module.css'

/** Lines as high as the text that will stand there, so that nothing moves when it comes. */
export function SkeletonLines({ lines = 3 }: { lines?: number }) {
  return (
    <div className={styles.lines} role="status" aria-label={ui.loading}>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike and never move
        <Skeleton key={line} height={12} width={`${92 - ((line * 23) % 45)}%`} radius="sm" />
      ))}
    </div>
  )
}

/** Rows of a list that is on its way. */
export function SkeletonRows({ rows = 12 }: { rows?: number }) {
  return (
    <div className={styles.rows} role="status" aria-label={ui.loading}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move
        <div key={row} className={styles.row}>
          <Skeleton height={12} width={`${60 + ((row * 17) % 35)}%`} radius="sm" />
        </div>
      ))}
    </div>
  )
}

import type { ReactNode } from 'react'
import styles from './EmptyState.module.css'

/** What stands where nothing is: why, and what to do next. */
export function EmptyState(props: { title: string; hint?: ReactNode; icon?: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.empty}>
      {props.icon && <div className={styles.icon}>{props.icon}</div>}
      <p className={styles.title}>{props.title}</p>
      {props.hint && <p className={styles.hint}>{props.hint}</p>}
      {props.action && <div className={styles.action}>{props.action}</div>}
    </div>
  )
}

import type { HTMLAttributes, ReactNode } from 'react'
import styles from './DecisionCard.module.css'

/** Something to be decided, in a list that is gone through by keys. */
export function DecisionCard(props: { rowProps: HTMLAttributes<HTMLLIElement>; children: ReactNode }) {
  return (
    <li {...props.rowProps} className={styles.card}>
      {props.children}
    </li>
  )
}

import type { ReactNode } from 'react'
import styles from './Pill.module.css'

export type Tone = 'good' | 'warn' | 'danger' | 'info' | 'quiet'

/** A word about the state of something, in a color that says no more than the word does. */
export function Pill(props: { tone: Tone; hint?: string | undefined; children: ReactNode }) {
  return (
    <span className={styles.pill} data-tone={props.tone} title={props.hint}>
      {props.children}
    </span>
  )
}

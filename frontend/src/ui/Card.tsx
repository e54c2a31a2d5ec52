import { type ReactNode, useId } from 'react'
import styles from './Card.module.css'

/** A part of a page with a heading of its own. */
export function Card(props: { title: string; action?: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <section className={styles.card} aria-labelledby={id}>
      <header className={styles.header}>
        <h2 id={id} className={styles.title}>
          {props.title}
        </h2>
        {props.action}
      </header>
      {props.children}
    </section>
  )
}

import type { ReactNode } from 'react'
import styles from './Panel.module.css'

/** A part of a page with a heading of its own, and what can be done with it beside that. `wide` parts take a whole row. */
export function Panel(props: {
  title: string
  hint?: ReactNode
  actions?: ReactNode
  wide?: boolean
  flush?: boolean
  id?: string
  children: ReactNode
}) {
  return (
    <section className={styles.panel} data-wide={props.wide || undefined} aria-label={props.title} id={props.id}>
      <header className={styles.header}>
        <h2 className={styles.title}>{props.title}</h2>
        {props.actions && <div className={styles.actions}>{props.actions}</div>}
        {props.hint && <p className={styles.hint}>{props.hint}</p>}
      </header>
      <div className={styles.content} data-flush={props.flush || undefined}>
        {props.children}
      </div>
    </section>
  )
}

/** Panels beside each other where there is room; `even` ones are as high as their neighbour. */
export function Panels({ children, even }: { children: ReactNode; even?: boolean }) {
  return (
    <div className={styles.panels} data-even={even || undefined}>
      {children}
    </div>
  )
}

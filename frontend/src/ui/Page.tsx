import { type ReactNode, useEffect } from 'react'
import { app } from '../strings/app'
import styles from './Page.module.css'

/**
 * A page: its title with what can be done beside it, a bar of controls below, and the content.
 *
 * `fill` gives the content the height that is left, for lists that scroll by themselves; other pages scroll as a whole.
 */
export function Page(props: {
  title: string
  count?: ReactNode
  actions?: ReactNode
  bar?: ReactNode
  fill?: boolean
  children: ReactNode
}) {
  useEffect(() => {
    document.title = `${props.title} · ${app.name}`
  }, [props.title])
  return (
    <div className={styles.page} data-fill={props.fill || undefined}>
      <header className={styles.header}>
        <h1 className={styles.title}>{props.title}</h1>
        {props.count !== undefined && <span className={styles.count}>{props.count}</span>}
        {props.actions && <div className={styles.actions}>{props.actions}</div>}
      </header>
      {props.bar && <div className={styles.bar}>{props.bar}</div>}
      <div className={styles.content}>{props.children}</div>
    </div>
  )
}

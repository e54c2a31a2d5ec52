import type { ReactNode } from 'react'

/**
 * The way to a record from a cell of a list, which follows it without leaving the app (`onFollow`). Links that know the
 * router by themselves would take longer to draw than all the rest of their rows.
 */
export function RecordLink(props: { to: string; className: string | undefined; children: ReactNode }) {
  return (
    <a href={props.to} className={props.className} tabIndex={-1}>
      {props.children}
    </a>
  )
}

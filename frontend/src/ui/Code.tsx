import type { ReactNode } from 'react'
import styles from './Code.module.css'
import { CopyButton } from './CopyButton'

/** A text for machines, with a way to copy it. `inline` is for one line, such as an address. */
export function Code(props: { text: string; what: string; inline?: boolean; actions?: ReactNode }) {
  return (
    <div className={styles.code} data-inline={props.inline || undefined} data-acts={props.actions ? true : undefined}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <pre tabIndex={0}>{props.text}</pre>
      <div className={styles.actions}>
        {props.actions}
        <CopyButton text={props.text} what={props.what} />
      </div>
    </div>
  )
}

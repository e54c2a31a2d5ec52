import { Button } from '@mantine/core'
import { failureOf } from '../lib/failure'
import { ui } from '../strings/ui'
import styles from './ErrorNote.module.css'

/** What failed, in the server's words, with a way to try again and the id under which the server's log tells more. */
export function ErrorNote(props: { error: unknown; title?: string; onRetry?: (() => void) | undefined }) {
  const failure = failureOf(props.error)
  return (
    <div className={styles.note} role="alert">
      <p className={styles.title}>{props.title ?? ui.error.title}</p>
      <p className={styles.message}>{failure.message}</p>
      {failure.requestId && (
        <p className={styles.request}>
          {ui.requestId} <code>{failure.requestId}</code>
        </p>
      )}
      {props.onRetry && (
        <Button variant="default" onClick={props.onRetry}>
          {ui.retry}
        </Button>
      )}
    </div>
  )
}

import { Component, type ReactNode } from 'react'
import { ui } from '../strings/ui'
import styles from './ErrorBoundary.module.css'

/** Shows what went wrong in place of a page that broke, instead of an empty one. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render() {
    const { error } = this.state
    if (error === null) return this.props.children
    return (
      <main className={styles.page} role="alert">
        <h1>{ui.broken.title}</h1>
        <p>{ui.broken.said}</p>
        <pre>{error.message}</pre>
        <button type="button" onClick={() => window.location.reload()}>
          {ui.broken.again}
        </button>
      </main>
    )
  }
}

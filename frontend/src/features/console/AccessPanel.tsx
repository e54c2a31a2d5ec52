import { type FormEvent, useId, useState } from 'react'
import styles from './AccessPanel.module.css'

export type Refusal = { kind: 'stranger' } | { kind: 'wrong key' } | { kind: 'trouble'; message: string }

/** Asks who is there: a link to sign in, or a field for an API key. */
export function AccessPanel({ why, onEnter }: { why: Refusal; onEnter: (key: string | null) => Promise<void> }) {
  const [busy, setBusy] = useState(false)
  const field = useId()
  const problem = useId()

  async function enter(key: string | null) {
    setBusy(true)
    await onEnter(key)
    setBusy(false)
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const key = new FormData(event.currentTarget).get('key')
    if (typeof key === 'string' && key.trim() !== '') void enter(key.trim())
  }

  const here = `/graphiql${window.location.search}`
  return (
    <main className={styles.page}>
      <div className={styles.panel}>
        <h1>GraphiQL</h1>
        {why.kind === 'trouble' ? (
          <>
            <p role="alert">The server did not answer as expected: {why.message}</p>
            <button type="button" disabled={busy} onClick={() => void enter(null)}>
              Try again
            </button>
          </>
        ) : (
          <>
            <p>Questions are answered to people who are signed in, and to API keys with the scope graphql:read.</p>
            <a className={styles.button} href={`/sign-in?${new URLSearchParams({ next: here })}`}>
              Sign in
            </a>
            <form onSubmit={submit}>
              <label htmlFor={field}>Or paste an API key</label>
              <div className={styles.row}>
                <input
                  id={field}
                  name="key"
                  type="password"
                  placeholder="rolo_…"
                  autoComplete="off"
                  spellCheck={false}
                  required
                  aria-invalid={why.kind === 'wrong key'}
                  aria-describedby={problem}
                />
                <button type="submit" disabled={busy}>
                  Open
                </button>
              </div>
              <p id={problem} className={why.kind === 'wrong key' ? styles.problem : styles.hint} role="status">
                {why.kind === 'wrong key'
                  ? 'The server does not know this key.'
                  : 'It stays in this page and is gone when you close or reload it.'}
              </p>
            </form>
          </>
        )}
        <p className={styles.elsewhere}>
          <a href="/">Rolograph</a> · <a href="/docs">The calls</a>
        </p>
      </div>
    </main>
  )
}

import { type FormEvent, useId, useState } from 'react'
import { graphiql } from '../../strings/console'
import styles from './AccessPanel.module.css'

const words = graphiql.access

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
        <h1>{words.title}</h1>
        {why.kind === 'trouble' ? (
          <>
            <p role="alert">{words.trouble(why.message)}</p>
            <button type="button" disabled={busy} onClick={() => void enter(null)}>
              {words.again}
            </button>
          </>
        ) : (
          <>
            <p>{words.who}</p>
            <a className={styles.button} href={`/sign-in?${new URLSearchParams({ next: here })}`}>
              {words.signIn}
            </a>
            <form onSubmit={submit}>
              <label htmlFor={field}>{words.key}</label>
              <div className={styles.row}>
                <input
                  id={field}
                  name="key"
                  type="password"
                  placeholder={words.keySample}
                  autoComplete="off"
                  spellCheck={false}
                  required
                  aria-invalid={why.kind === 'wrong key'}
                  aria-describedby={problem}
                />
                <button type="submit" disabled={busy}>
                  {words.open}
                </button>
              </div>
              <p id={problem} className={why.kind === 'wrong key' ? styles.problem : styles.hint} role="status">
                {why.kind === 'wrong key' ? words.wrongKey : words.keyHint}
              </p>
            </form>
          </>
        )}
        <p className={styles.elsewhere}>
          <a href="/">{graphiql.home}</a> · <a href="/docs">{words.calls}</a>
        </p>
      </div>
    </main>
  )
}

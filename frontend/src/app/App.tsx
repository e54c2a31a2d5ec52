import styles from './App.module.css'
import { recordAt } from './recordAt'

/** What can be done in the browser, and for the address of a record the way to it. */
export function App({ path }: { path: string }) {
  const record = recordAt(path)
  return (
    <main className={styles.page}>
      <header className={styles.header}>
        <img src={`${import.meta.env.BASE_URL}icon.svg`} alt="" width="40" height="40" />
        <h1>Rolograph</h1>
      </header>
      <p className={styles.summary}>The CRM that Enginy is connected to.</p>
      {record && (
        <section className={styles.record} aria-labelledby="record">
          <h2 id="record">{record.noun}</h2>
          <p>
            <code>{record.id}</code>
          </p>
          <a href={record.query}>See everything about it in GraphiQL</a>
        </section>
      )}
      <ul className={styles.doors}>
        <li>
          <a href="/graphiql">GraphiQL</a>
          <p>Ask about contacts, companies, syncs and what came of them. Examples to start from; results as CSV.</p>
        </li>
        <li>
          <a href="/docs">The calls</a>
          <p>Every call that Enginy makes, with examples to copy.</p>
        </li>
      </ul>
    </main>
  )
}

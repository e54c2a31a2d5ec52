import { useGraphiQL, useGraphiQLActions } from '@graphiql/react'
import { useState } from 'react'
import { graphiql } from '../../strings/console'
import { changeQuery, removeQuery, useShelf } from './library'
import styles from './QueriesPanel.module.css'
import { SaveForm } from './SaveForm'
import { addressOf, askedIn, isDisposable, objectIn, type SavedQuery, variablesOf, variablesText } from './savedQueries'

const { queries: words } = graphiql

/** The queries to start from: one's own, what others share, and those that come with the server. */
export function QueriesPanel() {
  const { library } = useShelf()
  const own = library.saved.filter((query) => query.isMine)
  const shared = library.saved.filter((query) => !query.isMine)
  const asked = askedIn(window.location.search)?.id ?? null
  const all = library.saved.concat(library.examples)
  return (
    <div className={styles.panel}>
      {asked !== null && library.asked?.id !== asked && !all.some((query) => query.id === asked) && (
        <p role="alert" className={styles.problem}>
          {words.missing}
        </p>
      )}
      <SaveForm />
      <Queries title={words.own} queries={own} empty={words.ownEmpty} />
      {shared.length > 0 && <Queries title={words.shared} queries={shared} />}
      {library.isCut && <p className={styles.hint}>{words.cut}</p>}
      <Queries title={words.examples} queries={library.examples} />
    </div>
  )
}

function Queries({ title, queries, empty }: { title: string; queries: SavedQuery[]; empty?: string }) {
  return (
    <section aria-label={title} className={styles.group}>
      <h2 className={styles.title}>{title}</h2>
      {queries.length === 0 && <p className={styles.hint}>{empty}</p>}
      <ul className={styles.list}>
        {queries.map((query) => (
          <Query key={query.id} query={query} />
        ))}
      </ul>
    </section>
  )
}

/** One query. A click puts it and its variables into the editors. */
function Query({ query }: { query: SavedQuery }) {
  const { library } = useShelf()
  const queryEditor = useGraphiQL((state) => state.queryEditor)
  const variableEditor = useGraphiQL((state) => state.variableEditor)
  const { addTab } = useGraphiQLActions()

  function open() {
    if (queryEditor === undefined) return
    // What somebody wrote stays in its tab.
    if (!isDisposable(queryEditor.getValue(), library.saved.concat(library.examples))) addTab()
    queryEditor.setValue(query.document)
    variableEditor?.setValue(variablesText(variablesOf(query)))
    queryEditor.focus()
    window.history.replaceState(null, '', addressOf(query))
  }

  return (
    <li className={styles.query}>
      <button type="button" className={styles.open} onClick={open}>
        {query.title}
      </button>
      {query.description !== null && <p>{withCode(query.description)}</p>}
      <p className={styles.details}>
        {Object.keys(variablesOf(query)).map((name) => (
          <code key={name}>${name}</code>
        ))}
        {query.owner !== null && !query.isMine && <span>{query.owner}</span>}
        {query.isMine && query.isShared && <span>{words.sharedMark}</span>}
        <a href={addressOf(query)} aria-label={words.linkTo(query.title)}>
          {words.link}
        </a>
      </p>
      {query.isMine && <Own query={query} />}
    </li>
  )
}

/** What may be done with a query of one's own. */
function Own({ query }: { query: SavedQuery }) {
  const { change } = useShelf()
  const queryEditor = useGraphiQL((state) => state.queryEditor)
  const variableEditor = useGraphiQL((state) => state.variableEditor)
  const [asking, setAsking] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  async function attempt(act: (key: string | null) => Promise<unknown>) {
    try {
      setProblem(null)
      await change(act)
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
    }
  }

  function overwrite(key: string | null) {
    const written = queryEditor?.getValue() ?? query.document
    return changeQuery(query.id, { document: written, variables: objectIn(variableEditor?.getValue() ?? null) }, key)
  }

  return (
    <div className={styles.own}>
      {asking ? (
        <>
          <span>{words.sure}</span>
          <button type="button" onClick={() => void attempt((key) => removeQuery(query.id, key))}>
            {words.delete}
          </button>
          <button type="button" onClick={() => setAsking(false)}>
            {words.keep}
          </button>
        </>
      ) : (
        <>
          <button type="button" title={words.overwriteHint} onClick={() => void attempt(overwrite)}>
            {words.overwrite}
          </button>
          <button
            type="button"
            onClick={() => void attempt((key) => changeQuery(query.id, { isShared: !query.isShared }, key))}
          >
            {query.isShared ? words.unshare : words.share}
          </button>
          <button type="button" onClick={() => setAsking(true)}>
            {words.delete}
          </button>
        </>
      )}
      {problem !== null && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  )
}

/** A description whose words between backticks are names in code. */
function withCode(text: string) {
  return text.split('`').map((part, at) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never change places
    return at % 2 === 0 ? part : <code key={at}>{part}</code>
  })
}

import { useGraphiQL, useGraphiQLActions } from '@graphiql/react'
import styles from './ExamplesPanel.module.css'
import { addressOf, type SavedQuery, savedQueries, variablesText } from './savedQueries'

/** The list of queries to start from. One click puts a query and its variables into the editor. */
export function ExamplesPanel() {
  const queryEditor = useGraphiQL((state) => state.queryEditor)
  const variableEditor = useGraphiQL((state) => state.variableEditor)
  const { addTab } = useGraphiQLActions()

  function open(query: SavedQuery) {
    if (queryEditor === undefined) return
    if (!isDisposable(queryEditor.getValue())) addTab() // what somebody wrote stays in its tab
    queryEditor.setValue(query.document)
    variableEditor?.setValue(variablesText(query))
    queryEditor.focus()
    window.history.replaceState(null, '', addressOf(query))
  }

  return (
    <section aria-labelledby="examples">
      <h2 id="examples" className={styles.title}>
        Examples
      </h2>
      <ul className={styles.list}>
        {savedQueries().map((query) => (
          <li key={query.id} className={styles.query}>
            <button type="button" onClick={() => open(query)}>
              {query.title}
            </button>
            <p>{query.description}</p>
            <p className={styles.details}>
              {Object.keys(query.variables).map((name) => (
                <code key={name}>${name}</code>
              ))}
              <a href={addressOf(query)} aria-label={`Link to ${query.title}`}>
                Link to it
              </a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Whether nothing is lost when the editor's text goes: it is blank, a comment, or an example as it came. */
function isDisposable(text: string): boolean {
  const said = text.replace(/^\s*#.*$/gm, '').trim()
  return said === '' || savedQueries().some((query) => query.document === text)
}

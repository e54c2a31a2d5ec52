import { useGraphiQL } from '@graphiql/react'
import { type FormEvent, useId, useState } from 'react'
import { graphiql } from '../../strings/console'
import { saveQuery, useShelf } from './library'
import styles from './QueriesPanel.module.css'
import { addressOf, objectIn, titleFor } from './savedQueries'

const { save: words } = graphiql

/** Keeps what is in the editors as a query on the server. */
export function SaveForm() {
  const { change } = useShelf()
  const queryEditor = useGraphiQL((state) => state.queryEditor)
  const variableEditor = useGraphiQL((state) => state.variableEditor)
  const [title, setTitle] = useState<string | null>(null) // null while the form is closed
  const [problem, setProblem] = useState<string | null>(null)
  const field = useId()

  function open() {
    setProblem(null)
    setTitle(titleFor(queryEditor?.getValue() ?? ''))
  }

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const variables = variableEditor?.getValue() ?? ''
    if (variables.trim() !== '' && objectIn(variables) === null) {
      setProblem(words.noVariables)
      return
    }
    const written = {
      title: String(form.get('title')),
      description: String(form.get('description')) || null,
      document: queryEditor?.getValue() ?? '',
      variables: objectIn(variables),
      isShared: form.get('shared') !== null,
    }
    try {
      const saved = await change((key) => saveQuery(written, key))
      window.history.replaceState(null, '', addressOf(saved))
      setTitle(null)
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
    }
  }

  if (title === null) {
    return (
      <button type="button" className={styles.save} onClick={open}>
        {words.open}
      </button>
    )
  }
  return (
    <form className={styles.form} onSubmit={(event) => void save(event)} aria-label={words.open}>
      <label htmlFor={`${field}-title`}>{words.title}</label>
      {/* biome-ignore lint/a11y/noAutofocus: the form opens by a click on its button and is what one writes in next */}
      <input id={`${field}-title`} name="title" required maxLength={255} defaultValue={title} autoFocus />
      <label htmlFor={`${field}-description`}>{words.description}</label>
      <textarea id={`${field}-description`} name="description" rows={2} />
      <label className={styles.check}>
        <input name="shared" type="checkbox" /> {words.share}
      </label>
      {problem !== null && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      <div className={styles.own}>
        <button type="submit">{words.save}</button>
        <button type="button" onClick={() => setTitle(null)}>
          {words.cancel}
        </button>
      </div>
    </form>
  )
}

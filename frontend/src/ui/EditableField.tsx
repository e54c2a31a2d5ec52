import { TextInput } from '@mantine/core'
import PenLine from 'lucide-react/icons/pen-line'
import { type ReactNode, useRef, useState } from 'react'
import styles from './EditableField.module.css'

/** A field with its value, which becomes a text field when it is clicked: Enter and leaving save, Escape does not. */
export function EditableField(props: {
  label: string
  text: string
  /** How the value is drawn; as its text unless told. */
  children?: ReactNode
  editLabel: string
  /** Called with the new text, if it is another; without it the field is only shown. */
  onSave?: ((text: string) => void) | undefined
  aside?: ReactNode
}) {
  const [editing, setEditing] = useState(false)
  const [text, setText] = useState(props.text)
  const left = useRef(false)
  const begin = () => {
    left.current = false
    setText(props.text)
    setEditing(true)
  }
  const leave = (saves: boolean) => {
    if (left.current) return
    left.current = true
    setEditing(false)
    if (saves && text !== props.text) props.onSave?.(text)
  }
  return (
    <div className={styles.field}>
      <dt>{props.label}</dt>
      <dd>
        {editing ? (
          <TextInput
            aria-label={props.label}
            className={styles.input ?? ''}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onBlur={() => leave(true)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') leave(true)
              if (event.key === 'Escape') leave(false)
            }}
            onFocus={(event) => event.currentTarget.select()}
            autoFocus
          />
        ) : (
          <>
            <span className={styles.value}>{props.children ?? props.text}</span>
            <span className={styles.tools}>
              {props.onSave && (
                <button type="button" className={styles.edit} aria-label={props.editLabel} onClick={begin}>
                  <PenLine size={13} />
                </button>
              )}
              {props.aside}
            </span>
          </>
        )}
      </dd>
    </div>
  )
}

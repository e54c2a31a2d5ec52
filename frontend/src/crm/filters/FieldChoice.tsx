import { ScrollArea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { filters } from '../../strings/filters'
import type { FilterField } from './condition'
import styles from './FilterBar.module.css'

/** The fields to filter by, found by what they are called. */
export function FieldChoice(props: { fields: FilterField[]; onChoose: (field: FilterField) => void }) {
  const [text, setText] = useState('')
  const found = props.fields.filter((each) => each.label.toLowerCase().includes(text.trim().toLowerCase()))
  const groups = [...new Set(found.map((each) => each.group))]
  return (
    <>
      <TextInput
        placeholder={filters.find}
        aria-label={filters.find}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          const [first] = found
          if (event.key === 'Enter' && first) {
            event.preventDefault()
            props.onChoose(first)
          }
        }}
        data-autofocus
      />
      <ScrollArea.Autosize mah={340} type="auto">
        {groups.map((group) => (
          <section key={group} aria-label={group}>
            <p className={styles.group}>{group}</p>
            {found
              .filter((each) => each.group === group)
              .map((each) => (
                <button key={each.id} type="button" className={styles.field} onClick={() => props.onChoose(each)}>
                  {each.label}
                </button>
              ))}
          </section>
        ))}
        {found.length === 0 && <p className={styles.group}>{filters.nothing}</p>}
      </ScrollArea.Autosize>
    </>
  )
}

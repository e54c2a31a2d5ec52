import { ActionIcon, Button, Checkbox, ScrollArea, TextInput } from '@mantine/core'
import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import { useState } from 'react'
import { lists } from '../strings/lists'
import styles from './ColumnChooser.module.css'

/** The columns of a list, those that are shown before all others. */
export function ColumnChoice(props: {
  columns: { id: string; header: string; group: string }[]
  shown: string[]
  onChange: (shown: string[] | null) => void
}) {
  const { columns, shown, onChange } = props
  const [text, setText] = useState('')
  const fits = (header: string) => header.toLowerCase().includes(text.trim().toLowerCase())
  const inOrder = shown.flatMap((id) => columns.find((each) => each.id === id) ?? [])
  const hidden = columns.filter((each) => !shown.includes(each.id) && fits(each.header))
  const move = (from: number, to: number) => {
    const id = shown[from]
    if (id !== undefined && to > 0 && to < shown.length) onChange(shown.toSpliced(from, 1).toSpliced(to, 0, id))
  }
  return (
    <>
      <TextInput
        placeholder={lists.columns.find}
        aria-label={lists.columns.find}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ScrollArea.Autosize mah={380} type="auto" offsetScrollbars>
        <p className={styles.group}>{lists.columns.shown}</p>
        {inOrder.map((each, place) =>
          fits(each.header) ? (
            <div key={each.id} className={styles.column}>
              <Checkbox
                checked
                disabled={place === 0}
                label={each.header}
                onChange={() => onChange(shown.filter((id) => id !== each.id))}
              />
              {place > 0 && (
                <span className={styles.moves}>
                  <ActionIcon
                    size="sm"
                    aria-label={lists.columns.up(each.header)}
                    disabled={place === 1}
                    onClick={() => move(place, place - 1)}
                  >
                    <ArrowUp size={14} />
                  </ActionIcon>
                  <ActionIcon
                    size="sm"
                    aria-label={lists.columns.down(each.header)}
                    disabled={place === shown.length - 1}
                    onClick={() => move(place, place + 1)}
                  >
                    <ArrowDown size={14} />
                  </ActionIcon>
                </span>
              )}
            </div>
          ) : null,
        )}
        {[...new Set(hidden.map((each) => each.group))].map((group) => (
          <div key={group}>
            <p className={styles.group}>{group}</p>
            {hidden
              .filter((each) => each.group === group)
              .map((each) => (
                <div key={each.id} className={styles.column}>
                  <Checkbox checked={false} label={each.header} onChange={() => onChange([...shown, each.id])} />
                </div>
              ))}
          </div>
        ))}
      </ScrollArea.Autosize>
      <Button variant="subtle" color="gray" fullWidth onClick={() => onChange(null)}>
        {lists.columns.reset}
      </Button>
    </>
  )
}

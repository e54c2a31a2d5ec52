import { Button, CloseButton, NativeSelect, Popover, ScrollArea, TextInput } from '@mantine/core'
import ListFilter from 'lucide-react/icons/list-filter'
import { useState } from 'react'
import { filters } from '../../strings/filters'
import { ConditionForm } from './ConditionForm'
import type { Condition, FilterField, Match } from './condition'
import styles from './FilterBar.module.css'
import { useSentence } from './useSentence'

/** The conditions of a list, each a button that opens it, and the way to one more. */
export function FilterBar(props: {
  fields: FilterField[]
  conditions: Condition[]
  match: Match
  onChange: (conditions: Condition[], match: Match) => void
}) {
  const { fields, conditions, match, onChange } = props
  const [opened, setOpened] = useState<number | null>(null)
  const sentence = useSentence()
  const add = (field: FilterField) => {
    const [operator] = field.operators
    if (!operator) return
    onChange([...conditions, { field: field.id, operator: operator.id, value: null }], match)
    setOpened(conditions.length)
  }
  return (
    <>
      <FieldMenu fields={fields} onChoose={add} />
      {conditions.length > 1 && (
        <NativeSelect
          aria-label={filters.match}
          value={match}
          onChange={(event) => onChange(conditions, event.currentTarget.value as Match)}
          data={[
            { value: 'all', label: filters.all },
            { value: 'any', label: filters.any },
          ]}
        />
      )}
      {conditions.map((condition, place) => {
        const field = fields.find(({ id }) => id === condition.field)
        if (!field) return null
        const remove = () => {
          setOpened(null)
          onChange(conditions.toSpliced(place, 1), match)
        }
        return (
          // Two conditions may be alike, and they are told apart by their place alone.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <span key={place} className={styles.condition}>
            <Popover
              opened={opened === place}
              onChange={(open) => setOpened(open ? place : null)}
              trapFocus
              position="bottom-start"
            >
              <Popover.Target>
                <button
                  type="button"
                  className={styles.words}
                  onClick={() => setOpened(opened === place ? null : place)}
                >
                  {sentence(field, condition)}
                </button>
              </Popover.Target>
              <Popover.Dropdown>
                <ConditionForm
                  field={field}
                  condition={condition}
                  onChange={(changed) => onChange(conditions.with(place, changed), match)}
                  onDone={() => setOpened(null)}
                />
              </Popover.Dropdown>
            </Popover>
            <CloseButton size="xs" aria-label={filters.remove(field.label)} onClick={remove} />
          </span>
        )
      })}
      {conditions.length > 0 && (
        <Button variant="subtle" color="gray" onClick={() => onChange([], 'all')}>
          {filters.clear}
        </Button>
      )}
    </>
  )
}

function FieldMenu(props: { fields: FilterField[]; onChoose: (field: FilterField) => void }) {
  const [opened, setOpened] = useState(false)
  const [text, setText] = useState('')
  const found = props.fields.filter((each) => each.label.toLowerCase().includes(text.trim().toLowerCase()))
  const groups = [...new Set(found.map((each) => each.group))]
  const toggle = (open: boolean) => {
    setText('')
    setOpened(open)
  }
  const choose = (field: FilterField) => {
    toggle(false)
    props.onChoose(field)
  }
  return (
    <Popover opened={opened} onChange={toggle} trapFocus position="bottom-start" width={250}>
      <Popover.Target>
        <Button variant="default" leftSection={<ListFilter size={15} />} onClick={() => toggle(!opened)}>
          {filters.add}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={6} aria-label={filters.find}>
        <TextInput
          placeholder={filters.find}
          aria-label={filters.find}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            const [first] = found
            if (event.key === 'Enter' && first) {
              event.preventDefault()
              choose(first)
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
                  <button key={each.id} type="button" className={styles.field} onClick={() => choose(each)}>
                    {each.label}
                  </button>
                ))}
            </section>
          ))}
          {found.length === 0 && <p className={styles.group}>{filters.nothing}</p>}
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  )
}

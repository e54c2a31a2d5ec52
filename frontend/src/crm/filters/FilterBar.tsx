import { ActionIcon, Button, CloseButton, NativeSelect, Popover } from '@mantine/core'
import ListFilter from 'lucide-react/icons/list-filter'
import Plus from 'lucide-react/icons/plus'
import { type ReactNode, useState } from 'react'
import { later, usePart } from '../../lib/later'
import { useIdle } from '../../lib/useIdle'
import { filters } from '../../strings/filters'
import { type Asked, type Condition, type FilterField, type Match, NOTHING_ASKED, opposite } from './condition'
import type { FieldChoice } from './FieldChoice'
import styles from './FilterBar.module.css'
import { useSentence } from './useSentence'

const CONDITION_FORM = later(async () => (await import('./ConditionForm')).ConditionForm)
const FIELD_CHOICE = later(async () => (await import('./FieldChoice')).FieldChoice)

/** What a list is filtered by: conditions, each a button that opens it, groups of them, and the way to one more. */
export function FilterBar(props: { fields: FilterField[]; asked: Asked; onChange: (asked: Asked) => void }) {
  const { fields } = props
  const { conditions, groups, match } = props.asked
  const [opened, setOpened] = useState<string | null>(null)
  const ConditionForm = usePart(CONDITION_FORM, { idle: useIdle(), wanted: opened !== null })
  const within = opposite(match)
  const parts = fields.filter((each) => !each.outermost)
  const change = (changes: Partial<Asked>) => props.onChange({ conditions, groups, match, ...changes })
  const setGroup = (number: number, group: Condition[]) =>
    change({ groups: group.length > 0 ? groups.with(number, group) : groups.toSpliced(number, 1) })
  // With no conditions there is nobody whose name is to be known.
  const chips = (some: Condition[], prefix: string, set: (some: Condition[]) => void) =>
    some.length > 0 && (
      <Conditions
        fields={fields}
        conditions={some}
        prefix={prefix}
        form={ConditionForm}
        opened={opened}
        onOpen={setOpened}
        onChange={set}
      />
    )
  const asks = conditions.length + groups.length
  return (
    <>
      <FieldMenu
        fields={fields}
        onChoose={(field) => {
          change({ conditions: [...conditions, begun(field)] })
          setOpened(`.${conditions.length}`)
        }}
      >
        {(toggle) => (
          <Button variant="default" aria-haspopup="dialog" leftSection={<ListFilter size={15} />} onClick={toggle}>
            {filters.add}
          </Button>
        )}
      </FieldMenu>
      {asks > 1 && (
        <NativeSelect
          aria-label={filters.match}
          value={match}
          onChange={(event) => change({ match: event.currentTarget.value as Match })}
          data={[
            { value: 'all', label: filters.all },
            { value: 'any', label: filters.any },
          ]}
        />
      )}
      {chips(conditions, '', (some) => change({ conditions: some }))}
      {groups.map((group, number) => (
        // Groups may be alike too.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <fieldset key={number} className={styles.together}>
          <legend className={styles.how}>{filters.grouped[within]}</legend>
          {chips(group, String(number), (some) => setGroup(number, some))}
          <FieldMenu
            fields={parts}
            onChoose={(field) => {
              setGroup(number, [...group, begun(field)])
              setOpened(`${number}.${group.length}`)
            }}
          >
            {(toggle) => (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={filters.addTo[within]}
                title={filters.addTo[within]}
                onClick={toggle}
              >
                <Plus size={15} />
              </ActionIcon>
            )}
          </FieldMenu>
        </fieldset>
      ))}
      {asks > 0 && (
        <>
          <FieldMenu
            fields={parts}
            onChoose={(field) => {
              change({ groups: [...groups, [begun(field)]] })
              setOpened(`${groups.length}.0`)
            }}
          >
            {(toggle) => (
              <Button variant="subtle" leftSection={<Plus size={15} />} onClick={toggle}>
                {filters.group[within]}
              </Button>
            )}
          </FieldMenu>
          <Button variant="subtle" color="gray" onClick={() => props.onChange(NOTHING_ASKED)}>
            {filters.clear}
          </Button>
        </>
      )}
    </>
  )
}

/** A new condition on a field, to be filled in. */
function begun(field: FilterField): Condition {
  return { field: field.id, operator: field.operators[0]?.id ?? '', value: null }
}

/** Conditions of which one is open: the one whose place, after the prefix and a dot, is `opened`. */
function Conditions(props: {
  fields: FilterField[]
  conditions: Condition[]
  prefix: string
  /** What a condition is changed by, if that is there. */
  form: typeof CONDITION_FORM.part
  opened: string | null
  onOpen: (place: string | null) => void
  onChange: (conditions: Condition[]) => void
}) {
  const { conditions, form: ConditionForm, opened, onOpen, onChange } = props
  const sentence = useSentence()
  return conditions.map((condition, number) => {
    const place = `${props.prefix}.${number}`
    const field = props.fields.find(({ id }) => id === condition.field)
    if (!field) return null
    const remove = () => {
      onOpen(null)
      onChange(conditions.toSpliced(number, 1))
    }
    return (
      // Two conditions may be alike, and they are told apart by their place alone.
      <span key={place} className={styles.condition}>
        <Popover
          opened={opened === place && ConditionForm !== null}
          onChange={(open) => onOpen(open ? place : null)}
          trapFocus
          position="bottom-start"
        >
          <Popover.Target>
            <button type="button" className={styles.words} onClick={() => onOpen(opened === place ? null : place)}>
              {sentence(field, condition)}
            </button>
          </Popover.Target>
          <Popover.Dropdown>
            {ConditionForm && (
              <ConditionForm
                field={field}
                condition={condition}
                onChange={(changed) => onChange(conditions.with(number, changed))}
                onDone={() => onOpen(null)}
              />
            )}
          </Popover.Dropdown>
        </Popover>
        <CloseButton size="xs" aria-label={filters.remove(field.label)} onClick={remove} />
      </span>
    )
  })
}

type FieldMenuProps = {
  fields: FilterField[]
  onChoose: (field: FilterField) => void
  children: (toggle: () => void) => ReactNode
}

/** The fields to filter by, opened by what `children` draws; what is opened is made when the list is there. */
function FieldMenu(props: FieldMenuProps) {
  const [clicked, setClicked] = useState(false)
  const Choice = usePart(FIELD_CHOICE, { idle: useIdle(), wanted: clicked })
  if (Choice === null) return props.children(() => setClicked(true))
  return <Fields {...props} choice={Choice} opened={clicked} />
}

function Fields(props: FieldMenuProps & { choice: typeof FieldChoice; opened: boolean }) {
  const { choice: Choice } = props
  const [opened, setOpened] = useState(props.opened)
  const choose = (field: FilterField) => {
    setOpened(false)
    props.onChoose(field)
  }
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus position="bottom-start" width={250}>
      <Popover.Target>{props.children(() => setOpened(!opened))}</Popover.Target>
      <Popover.Dropdown p={6} aria-label={filters.find}>
        <Choice fields={props.fields} onChoose={choose} />
      </Popover.Dropdown>
    </Popover>
  )
}

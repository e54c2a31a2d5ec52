import { Autocomplete } from '@mantine/core'
import { tasks as words } from '../../strings/tasks'

const TYPES = Object.values(words.types)
const KEYS = Object.keys(words.types)

/** What kind of task it is. Any word will do; the usual ones are offered, and kept as Enginy writes them. */
export function TypeInput(props: { value: string; onChange: (type: string) => void }) {
  return (
    <Autocomplete
      size="xs"
      label={words.form.type}
      data={TYPES}
      value={words.types[props.value] ?? props.value}
      onChange={(text) => props.onChange(KEYS[TYPES.indexOf(text)] ?? text)}
    />
  )
}

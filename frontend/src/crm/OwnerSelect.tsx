import { Select, type SelectProps } from '@mantine/core'
import { crm } from '../strings/crm'
import { useTeamIfKnown } from './useTeam'

/** Chooses a member of the team, or nobody. */
export function OwnerSelect(
  props: Omit<SelectProps, 'data' | 'value' | 'onChange'> & {
    value: string | null
    onChange: (ownerId: string | null) => void
  },
) {
  const team = useTeamIfKnown()
  const data = (team ?? [])
    .filter((each) => !each.left || each.id === props.value)
    .map((each) => ({ value: each.id, label: each.name }))
  // An owner whom nobody here knows was sent by Enginy, and stays what it is until somebody chooses another.
  if (props.value && !data.some((each) => each.value === props.value)) {
    data.push({ value: props.value, label: team ? props.value : '…' })
  }
  return <Select placeholder={crm.nobody} clearable searchable {...props} data={data} />
}

import { NativeSelect } from '@mantine/core'
import { crm } from '../strings/crm'
import { type Ownership, owned } from './ownership'
import { useTeam } from './useTeam'
import { useViewer } from './Viewer'

/** Whose records a list shows: one's own, everybody's, nobody's, or those of a member of the team. */
export function OwnerFilter(props: { value: Ownership; onChange: (value: Ownership) => void; label: string }) {
  const viewer = useViewer()
  const team = useTeam()
  const others = team.filter((each) => each.id !== viewer.user?.id)
  // An owner whom nobody here knows, and who is asked for all the same.
  const stranger =
    props.value.startsWith('=') && !team.some((each) => `=${each.id}` === props.value) ? [props.value.slice(1)] : []
  return (
    <NativeSelect
      aria-label={props.label}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value as Ownership)}
      data={[
        ...(viewer.user ? [{ value: 'mine', label: crm.owners.mine }] : []),
        { value: 'all', label: crm.owners.all },
        { value: 'nobody', label: crm.nobody },
        ...others.map(({ id, name, left }) => ({ value: `=${id}`, label: left ? crm.owners.left(name) : name })),
        ...stranger.map((id) => ({ value: `=${id}`, label: id })),
      ]}
    />
  )
}

/** What a list asks for so that it shows the records of these owners. */
export function useOwned(ownership: Ownership) {
  return owned(ownership, useViewer().user?.id)
}

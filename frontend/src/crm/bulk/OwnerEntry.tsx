import { Button } from '@mantine/core'
import { useState } from 'react'
import { bulk as words } from '../../strings/bulk'
import { OwnerSelect } from '../OwnerSelect'

/** Whom to give records to. */
export function OwnerEntry(props: { onGive: (ownerId: string | null) => void }) {
  const [ownerId, setOwnerId] = useState<string | null>(null)
  return (
    <>
      <OwnerSelect
        label={words.ownerLabel}
        value={ownerId}
        onChange={setOwnerId}
        comboboxProps={{ withinPortal: false }}
        data-autofocus
      />
      <Button onClick={() => props.onGive(ownerId)}>{words.give}</Button>
    </>
  )
}

import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useMay } from '../../crm/Viewer'
import type { Entity } from '../../gql/graphql'
import { fields } from '../../strings/fields'
import { Page } from '../../ui/Page'
import { AlertsPanel } from './AlertsPanel'
import { DecidePanel } from './DecidePanel'
import { RegistryPanel } from './RegistryPanel'

/** Custom fields and what incoming names mean: what is odd, what waits to be confirmed, and all there are. */
export function FieldsPage() {
  const [params, setParams] = useSearchParams()
  const mayWrite = useMay('WRITE')
  const entity: Entity = params.get('entity') === 'COMPANY' ? 'COMPANY' : 'CONTACT'
  const [decided, setDecided] = useState(0)
  const set = (name: string, value: string | null, replace = false) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        if (value === null) next.delete(name)
        else next.set(name, value)
        return next
      },
      { replace },
    )
  return (
    <Page
      title={fields.title}
      actions={
        mayWrite && (
          <Button variant="default" onClick={() => set('edit', '')}>
            {fields.define}
          </Button>
        )
      }
      bar={
        <>
          <SegmentedControl
            aria-label={fields.entity}
            value={entity}
            onChange={(value) => setParams(value === 'CONTACT' ? {} : { entity: value })}
            data={(['CONTACT', 'COMPANY'] as const).map((value) => ({ value, label: fields.entities[value] }))}
          />
          <TextInput
            type="search"
            aria-label={fields.search}
            placeholder={fields.search}
            value={params.get('text') ?? ''}
            onChange={(event) => set('text', event.currentTarget.value || null, true)}
          />
        </>
      }
    >
      <AlertsPanel entity={entity} />
      <DecidePanel
        entity={entity}
        onChange={(name) => set('meaning', name)}
        onDecided={() => setDecided(decided + 1)}
      />
      <RegistryPanel
        key={entity}
        entity={entity}
        decided={decided}
        text={params.get('text') ?? ''}
        editing={params.get('edit')}
        mapping={params.get('meaning')}
        onOpen={(what, name) => set(what, name)}
      />
    </Page>
  )
}

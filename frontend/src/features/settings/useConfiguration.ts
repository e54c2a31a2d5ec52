import { useState } from 'react'
import { useQuery } from 'urql'
import { useAct } from '../../crm/useAct'
import { graphql } from '../../gql'
import type { ConfigurationChanges, ConfigurationQuery } from '../../gql/graphql'
import { settings } from '../../strings/settings'
import { failed, told } from '../../ui/UndoToast'

const CONFIGURATION = graphql(`
  query Configuration {
    configuration {
      contactSyncBack { property field }
      companySyncBack { property field }
      contactMatchOrder companyMatchOrder nullSafety staleCopies weakMatches sharedLimit mappingThreshold
      baseCurrency dealStages
    }
  }
`)

const UPDATE = graphql(`
  mutation UpdateConfiguration($changes: ConfigurationChanges!) {
    updateConfiguration(changes: $changes) {
      ... on ConfigurationChanged { changeSetId }
      ... on Problem { code message }
    }
  }
`)

export type Configuration = ConfigurationQuery['configuration']

/** The configuration, with changes that are not saved yet in front of it; `save` says what was done, with the way back. */
export function useConfiguration() {
  const [{ data, error }, again] = useQuery({ query: CONFIGURATION })
  const [changes, setChanges] = useState<Partial<Configuration>>({})
  const [busy, setBusy] = useState(false)
  const act = useAct()
  const stored = data?.configuration
  const draft: Configuration | undefined = stored && { ...stored, ...changes }
  const names = Object.keys(changes) as (keyof Configuration)[]
  const changed = names.filter((name) => JSON.stringify(changes[name]) !== JSON.stringify(stored?.[name]))
  const of = (values: Partial<Configuration>) =>
    Object.fromEntries(changed.map((name) => [name, plain(values[name])])) as ConfigurationChanges

  const save = async () => {
    if (!stored) return
    setBusy(true)
    try {
      const before = of(stored)
      await act(UPDATE, { changes: of(changes) })
      setChanges({})
      told(settings.saved, () => act(UPDATE, { changes: before }))
    } catch (problem) {
      failed(problem)
    } finally {
      setBusy(false)
    }
  }
  return {
    draft,
    error,
    retry: () => again({ requestPolicy: 'network-only' }),
    change: (values: Partial<Configuration>) => setChanges((before) => ({ ...before, ...values })),
    discard: () => setChanges({}),
    isChanged: changed.length > 0,
    busy,
    save,
  }
}

/** A value without what the client adds to objects of an answer. */
function plain(value: unknown): unknown {
  if (!Array.isArray(value)) return value
  return value.map((each) => (typeof each === 'object' ? { property: each.property, field: each.field } : each))
}

import { useAct } from '../../crm/useAct'
import { graphql } from '../../gql'
import type { Entity, MappingTargetInput } from '../../gql/graphql'
import { fields } from '../../strings/fields'
import { failed, told } from '../../ui/UndoToast'
import { meaningOf } from './meaning'

const CONFIRM = graphql(`
  mutation ConfirmMapping($id: ID!) {
    confirmFieldMapping(id: $id) {
      ... on FieldMappingDecided { reread mapping { id name status target { engagement field customField } } }
      ... on Problem { code message }
    }
  }
`)

const REJECT = graphql(`
  mutation RejectMapping($id: ID!) {
    rejectFieldMapping(id: $id) {
      ... on FieldMappingDecided { reread mapping { id name status } }
      ... on Problem { code message }
    }
  }
`)

const SET = graphql(`
  mutation SetMapping($entity: Entity!, $name: String!, $target: MappingTargetInput!, $validFrom: DateTime) {
    setFieldMapping(entity: $entity, name: $name, target: $target, validFrom: $validFrom) {
      ... on FieldMappingDecided { reread mapping { id name status target { engagement field customField } } }
      ... on Problem { code message }
    }
  }
`)

/** Decides what incoming names mean, and says what came of it. Each answers whether it was done. */
export function useMeaning() {
  const act = useAct()
  const tried = async (work: () => Promise<string>) => {
    try {
      told(await work())
      return true
    } catch (problem) {
      failed(problem)
      return false
    }
  }
  const said = (name: string, meaning: string, reread: number) => fields.decide.confirmed(name, meaning, reread)
  return {
    confirm: (id: string) =>
      tried(async () => {
        const { mapping, reread } = (await act(CONFIRM, { id })).confirmFieldMapping
        return said(mapping.name, meaningOf(mapping.target), reread)
      }),
    reject: (id: string) =>
      tried(async () => fields.decide.rejected((await act(REJECT, { id })).rejectFieldMapping.mapping.name)),
    set: (entity: Entity, name: string, target: MappingTargetInput, validFrom: string | null) =>
      tried(async () => {
        const { mapping, reread } = (await act(SET, { entity, name, target, validFrom })).setFieldMapping
        return said(name, meaningOf(mapping.target, mapping.status === 'REJECTED'), reread)
      }),
  }
}

import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { graphql } from '../../gql'
import type { Entity } from '../../gql/graphql'
import { useIdle } from '../../lib/useIdle'
import { rememberedColumns } from '../../ui/columnsChosen'
import type { FilterField } from '../filters/condition'
import { customFilter } from '../filters/customFilter'
import { CUSTOM, needsCustom } from './custom'
import { customColumn } from './customColumn'
import type { ListColumn, ListedRow } from './row'

const CUSTOM_FIELDS = graphql(`
  query CustomFieldsOf($entity: Entity!) {
    customFieldDefinitions(entity: $entity, first: 200) { nodes { name label isHidden inferredType wishedType } }
  }
`)

/**
 * The custom fields that records of a kind have, but those that are hidden; and the kind's filters and columns with theirs.
 * Where none is shown or asked for, they may come late. `list` is the name under which the list's columns are remembered.
 */
export function useCustomFields<Row extends ListedRow>(
  entity: Entity,
  usual: { list: string; fields: FilterField[]; columns: ListColumn<Row>[] },
) {
  const [params] = useSearchParams()
  const idle = useIdle()
  const isAsked = [...params.values()].some(
    (each) => each.includes(encodeURIComponent(CUSTOM)) || each.includes(CUSTOM),
  )
  const pause = !isAsked && !idle && !needsCustom(rememberedColumns(usual.list) ?? [])
  const [{ data }] = useQuery({ query: CUSTOM_FIELDS, variables: { entity }, pause })
  return useMemo(() => {
    const customFields = (data?.customFieldDefinitions.nodes ?? []).filter((each) => !each.isHidden)
    return {
      customFields,
      fields: [...usual.fields, ...customFields.map(customFilter)],
      columns: [...usual.columns, ...customFields.map((each) => customColumn<Row>(each))],
    }
  }, [data, usual])
}

import { useMemo } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../../gql'
import type { Entity } from '../../gql/graphql'
import type { FilterField } from '../filters/condition'
import { customFilter } from '../filters/customFilter'
import { customColumn } from './customColumn'
import type { ListColumn, ListedRow } from './row'

const CUSTOM_FIELDS = graphql(`
  query CustomFieldsOf($entity: Entity!) {
    customFieldDefinitions(entity: $entity, first: 200) { nodes { name label isHidden inferredType wishedType } }
  }
`)

/** The custom fields that records of a kind have, but those that are hidden; and the kind's filters and columns with theirs. */
export function useCustomFields<Row extends ListedRow>(
  entity: Entity,
  usual: { fields: FilterField[]; columns: ListColumn<Row>[] },
) {
  const [{ data }] = useQuery({ query: CUSTOM_FIELDS, variables: { entity } })
  return useMemo(() => {
    const customFields = (data?.customFieldDefinitions.nodes ?? []).filter((each) => !each.isHidden)
    return {
      customFields,
      fields: [...usual.fields, ...customFields.map(customFilter)],
      columns: [...usual.columns, ...customFields.map((each) => customColumn<Row>(each))],
    }
  }, [data, usual])
}

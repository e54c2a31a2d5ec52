import { useMemo } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../../gql'

const CUSTOM_FIELDS = graphql(`
  query ContactCustomFields {
    customFieldDefinitions(entity: CONTACT, first: 200) { nodes { name label isHidden inferredType wishedType } }
  }
`)

/** The custom fields that contacts have, but those that are hidden. */
export function useCustomFields() {
  const [{ data }] = useQuery({ query: CUSTOM_FIELDS })
  return useMemo(() => (data?.customFieldDefinitions.nodes ?? []).filter((each) => !each.isHidden), [data])
}

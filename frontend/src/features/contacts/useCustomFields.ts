import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { graphql } from '../../gql'
import { useIdle } from '../../lib/useIdle'
import { rememberedColumns } from '../../ui/columnsChosen'
import { CUSTOM, needsCustom } from './usual'

const CUSTOM_FIELDS = graphql(`
  query ContactCustomFields {
    customFieldDefinitions(entity: CONTACT, first: 200) { nodes { name label isHidden inferredType wishedType } }
  }
`)

/** The custom fields that contacts have, but those that are hidden. Where none is shown or asked for, they may come late. */
export function useCustomFields() {
  const [params] = useSearchParams()
  const idle = useIdle()
  const isAsked = [...params.values()].some(
    (each) => each.includes(encodeURIComponent(CUSTOM)) || each.includes(CUSTOM),
  )
  const pause = !isAsked && !idle && !needsCustom(rememberedColumns('contacts') ?? [])
  const [{ data }] = useQuery({ query: CUSTOM_FIELDS, pause })
  return useMemo(() => (data?.customFieldDefinitions.nodes ?? []).filter((each) => !each.isHidden), [data])
}

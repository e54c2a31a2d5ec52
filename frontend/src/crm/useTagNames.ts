import { useQuery } from 'urql'
import { graphql } from '../gql'

const TAGS = graphql(`
  query TagNames {
    tags(first: 200) { nodes { name } }
  }
`)

/** The tags that are in use, to choose from. */
export function useTagNames(): string[] {
  const [{ data }] = useQuery({ query: TAGS })
  return data?.tags.nodes.map(({ name }) => name) ?? []
}

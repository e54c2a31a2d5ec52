import { useQuery } from 'urql'
import { graphql } from '../gql'

const TEAM = graphql(`
  query Team {
    users { id name deactivatedAt }
  }
`)

/** The members of the team by id and name, those who left included: what they own is still theirs. */
export function useTeam(): { id: string; name: string; left: boolean }[] {
  return useTeamIfKnown() ?? NOBODY
}

const NOBODY: never[] = []

/** The same, or undefined until they are known. */
export function useTeamIfKnown() {
  const [{ data }] = useQuery({ query: TEAM })
  return data?.users.map(({ id, name, deactivatedAt }) => ({ id, name, left: deactivatedAt !== null }))
}

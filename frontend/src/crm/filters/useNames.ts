import { useQuery } from 'urql'
import { graphql } from '../../gql'

const NAMES = graphql(`
  query CampaignNames {
    campaigns(first: 200) { nodes { id name } }
    senders(first: 200) { nodes { id name } }
  }
`)

/** Campaigns and senders to choose from, by name. */
export function useCampaigns() {
  const [{ data }] = useQuery({ query: NAMES })
  return { campaigns: data?.campaigns.nodes ?? [], senders: data?.senders.nodes ?? [] }
}

const STAGES = graphql(`
  query DealStageNames {
    dealStages { stage }
  }
`)

/** The stages that deals are in or may come to, in their order. */
export function useDealStages(): string[] {
  const [{ data }] = useQuery({ query: STAGES })
  return (data?.dealStages ?? []).flatMap(({ stage }) => stage ?? [])
}

/** The names of campaigns and senders by their ids. */
export function useNames(): Map<string, string> {
  const { campaigns, senders } = useCampaigns()
  return new Map([...campaigns, ...senders].map(({ id, name }) => [id, name]))
}

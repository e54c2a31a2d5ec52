import { graphql } from '../../gql'

/** How many deals are in each stage, and what they are worth. */
export const TOTALS = graphql(`
  query DealTotals($filter: DealFilter) {
    dealStages(filter: $filter) { stage status count amountByCurrency { currency amount } }
  }
`)

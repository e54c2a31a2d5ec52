import { type FragmentType, graphql, readFragment } from '../../gql'
import type { CompanyRow_CompanyFragment } from '../../gql/graphql'

const CompanyRow_company = graphql(`
  fragment CompanyRow_company on Company {
    id version name domain industry numberOfEmployees location dealValue tags ownerId lastActivityAt
    owner { id name }
    engagement { ...EngagementColumns_engagement }
    ... @include(if: $more) { website linkedinUrl companyType revenue foundedYear createdAt updatedAt }
    customFields @include(if: $custom) { key value }
  }
`)

/** A company as the list shows it; with what other columns than the usual ones show, where that was asked for. */
export type CompanyRow = CompanyRow_CompanyFragment

/** A company of an answer, of which the list reads its row. */
export type CompanyNode = { id: string } & FragmentType<typeof CompanyRow_company>

/** What the list shows of a company of an answer. */
export function rowOf(company: FragmentType<typeof CompanyRow_company>): CompanyRow {
  return readFragment(CompanyRow_company, company)
}

import { type FragmentType, graphql, readFragment } from '../../gql'
import type { CompanyRow_CompanyFragment } from '../../gql/graphql'

const CompanyRow_company = graphql(`
  fragment CompanyRow_company on Company {
    id version name domain website linkedinUrl industry numberOfEmployees location companyType revenue foundedYear dealValue tags
    ownerId lastActivityAt createdAt updatedAt
    owner { id name }
    engagement { ...EngagementColumns_engagement }
    customFields @include(if: $custom) { key value }
  }
`)

/** A company as the list shows it. */
export type CompanyRow = CompanyRow_CompanyFragment

/** A company of an answer, of which the list reads its row. */
export type CompanyNode = { id: string } & FragmentType<typeof CompanyRow_company>

/** What the list shows of a company of an answer. */
export function rowOf(company: FragmentType<typeof CompanyRow_company>): CompanyRow {
  return readFragment(CompanyRow_company, company)
}

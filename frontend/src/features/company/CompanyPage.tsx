import { useParams } from 'react-router'
import { useQuery, useSubscription } from 'urql'
import { EngagementCard } from '../../crm/EngagementCard'
import { NotesCard } from '../../crm/NotesCard'
import { RecordPage } from '../../crm/record/RecordPage'
import { TasksCard } from '../../crm/TasksCard'
import { graphql } from '../../gql'
import { useKept } from '../../lib/useKept'
import { company as words } from '../../strings/company'
import { crm } from '../../strings/crm'
import { CompanyDeals } from './CompanyDeals'
import { CompanyFieldsCard } from './CompanyFieldsCard'
import { CompanyHeader } from './CompanyHeader'
import { CompanyPeople } from './CompanyPeople'
import { useCompanyDeletion } from './changing'
import { COMPANY, CONTEXT } from './companyQuery'

const CHANGED = graphql(`
  subscription CompanyPageChanged($id: ID!) {
    companyChanged(ids: [$id]) { missed id }
  }
`)

/** One company: what it is, who is known there, what may be sold to it, all that happened, and what Enginy knows. */
export function CompanyPage() {
  const { id = '' } = useParams()
  const [{ data, error }, again] = useQuery({ query: COMPANY, variables: { id }, context: CONTEXT })
  const retry = () => again({ requestPolicy: 'network-only' })
  useSubscription({ query: CHANGED, variables: { id } }, (_, changed) => {
    retry()
    return changed
  })
  const [whole, setWhole] = useKept('company.allFields', false)
  const { restore } = useCompanyDeletion(id)
  const company = data?.company
  return (
    <RecordPage
      record={company}
      name={company ? (company.name ?? company.domain ?? crm.unnamed) : words.title}
      words={words}
      path="/companies"
      error={error}
      onRetry={retry}
      onRestore={restore}
      header={(company) => <CompanyHeader company={company} />}
      main={(company) => (
        <>
          <CompanyPeople id={company.id} />
          <EngagementCard record={company} />
        </>
      )}
      side={(company) => (
        <>
          <CompanyDeals company={company} />
          <TasksCard tasks={company.tasks} about={{ companyId: company.id }} />
          <NotesCard recordId={company.id} notes={company.notes} />
          <CompanyFieldsCard company={company} whole={whole} onWhole={() => setWhole(!whole)} />
        </>
      )}
    />
  )
}

import { Alert, Button, Tabs } from '@mantine/core'
import { useEffect, useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { EngagementCard } from '../../crm/EngagementCard'
import { EnginyPanel } from '../../crm/EnginyPanel'
import { NotesCard } from '../../crm/NotesCard'
import { TasksCard } from '../../crm/TasksCard'
import { Timeline } from '../../crm/Timeline'
import { useMay } from '../../crm/Viewer'
import { graphql } from '../../gql'
import { keep, kept } from '../../lib/kept'
import { app } from '../../strings/app'
import { company as words } from '../../strings/company'
import { crm } from '../../strings/crm'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorNote } from '../../ui/ErrorNote'
import styles from '../../ui/RecordPage.module.css'
import { SkeletonLines } from '../../ui/Skeletons'
import { CompanyDeals } from './CompanyDeals'
import { CompanyFieldsCard } from './CompanyFieldsCard'
import { CompanyHeader } from './CompanyHeader'
import { CompanyPeople } from './CompanyPeople'
import { useCompanyDeletion } from './changing'

const COMPANY = graphql(`
  query Company($id: ID!) {
    company(id: $id) {
      id name domain version deletedAt lastActivityAt
      ...CompanyHeader_company
      ...EngagementCard_record
      ...CompanyFieldsCard_company
      ...CompanyDeals_company
      tasks(first: 50) { nodes { id completed } ...TasksCard_tasks }
      notes(first: 50) { ...NotesCard_notes }
    }
  }
`)

// What is none yet is not in the answer, so its kind must be named for the answer to be asked for again when one is made.
const CONTEXT = { additionalTypenames: ['Company', 'Task', 'Note', 'Deal'] }
const WHOLE = 'company.allFields'

/** One company: what it is, who is known there, what may be sold to it, all that happened, and what Enginy knows. */
export function CompanyPage() {
  const { id = '' } = useParams()
  const [params, setParams] = useSearchParams()
  const [{ data, error }, again] = useQuery({ query: COMPANY, variables: { id }, context: CONTEXT })
  const [whole, setWhole] = useState(() => kept<boolean>(WHOLE) ?? false)
  const company = data?.company
  const name = company ? (company.name ?? company.domain ?? crm.unnamed) : words.title
  useEffect(() => {
    document.title = `${name} · ${app.name}`
  }, [name])

  if (error && !data) {
    return (
      <div className={styles.page}>
        <ErrorNote error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />
      </div>
    )
  }
  if (data && !company) return <Gone />
  if (!company) return <Waiting />
  const toggle = () => {
    keep(WHOLE, !whole)
    setWhole(!whole)
  }
  const tasks = company.tasks.nodes.map((each) => `${each.id}${each.completed}`)
  return (
    <div className={styles.page}>
      <Link to="/companies" className={styles.back}>
        ‹ {words.back}
      </Link>
      {company.deletedAt !== null && <Deleted id={company.id} />}
      <CompanyHeader company={company} />
      <div className={styles.columns}>
        <div className={styles.main}>
          <CompanyPeople id={company.id} />
          <EngagementCard record={company} />
          <Tabs
            className={styles.tabs ?? ''}
            value={params.get('tab') ?? 'timeline'}
            onChange={(tab) => setParams(tab === 'timeline' || tab === null ? {} : { tab }, { replace: true })}
            keepMounted={false}
          >
            <Tabs.List>
              <Tabs.Tab value="timeline">{words.tabs.timeline}</Tabs.Tab>
              <Tabs.Tab value="enginy">{words.tabs.enginy}</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="timeline" pt="md">
              <Timeline id={company.id} freshness={[company.version, company.lastActivityAt, ...tasks].join('|')} />
            </Tabs.Panel>
            <Tabs.Panel value="enginy" pt="md">
              <EnginyPanel id={company.id} />
            </Tabs.Panel>
          </Tabs>
        </div>
        <div className={styles.side}>
          <CompanyDeals company={company} />
          <TasksCard tasks={company.tasks} about={{ companyId: company.id }} />
          <NotesCard recordId={company.id} notes={company.notes} />
          <CompanyFieldsCard company={company} whole={whole} onWhole={toggle} />
        </div>
      </div>
    </div>
  )
}

function Deleted({ id }: { id: string }) {
  const mayWrite = useMay('WRITE')
  const { restore } = useCompanyDeletion(id)
  return (
    <Alert color="red" mb="md" title={words.deleted}>
      {mayWrite && (
        <Button variant="default" onClick={restore}>
          {words.restore}
        </Button>
      )}
    </Alert>
  )
}

function Gone() {
  return (
    <div className={styles.page}>
      <EmptyState
        title={words.gone}
        hint={words.goneHint}
        action={
          <Button component={Link} to="/companies">
            {words.back}
          </Button>
        }
      />
    </div>
  )
}

function Waiting() {
  return (
    <div className={styles.page} aria-busy="true">
      <div className={styles.waiting}>
        <SkeletonLines lines={4} />
      </div>
      <div className={styles.columns}>
        <SkeletonLines lines={12} />
        <SkeletonLines lines={10} />
      </div>
    </div>
  )
}

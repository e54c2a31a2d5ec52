import { Alert, Button, Tabs } from '@mantine/core'
import { useEffect, useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { useQuery, useSubscription } from 'urql'
import { EngagementCard } from '../../crm/EngagementCard'
import { EnginyPanel } from '../../crm/EnginyPanel'
import { NotesCard } from '../../crm/NotesCard'
import { TasksCard } from '../../crm/TasksCard'
import { Timeline } from '../../crm/Timeline'
import { useAct } from '../../crm/useAct'
import { useMay } from '../../crm/Viewer'
import { graphql } from '../../gql'
import { keep, kept } from '../../lib/kept'
import { app } from '../../strings/app'
import { contact as words } from '../../strings/contact'
import { crm } from '../../strings/crm'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorNote } from '../../ui/ErrorNote'
import styles from '../../ui/RecordPage.module.css'
import { SkeletonLines } from '../../ui/Skeletons'
import { failed, told } from '../../ui/UndoToast'
import { ContactFieldsCard } from './ContactFieldsCard'
import { ContactHeader } from './ContactHeader'
import { ContactRelations } from './ContactRelations'
import { RESTORE_CONTACT } from './deletion'

const CONTACT = graphql(`
  query Contact($id: ID!) {
    contact(id: $id) {
      id name version deletedAt lastActivityAt
      ...ContactHeader_contact
      ...EngagementCard_record
      ...ContactFieldsCard_contact
      ...ContactRelations_contact
      tasks(first: 50) { nodes { id completed } ...TasksCard_tasks }
      notes(first: 50) { ...NotesCard_notes }
    }
  }
`)

const CHANGED = graphql(`
  subscription ContactPageChanged($id: ID!) {
    contactChanged(ids: [$id]) { missed id }
  }
`)

// What is none yet is not in the answer, so its kind must be named for the answer to be asked for again when one is made.
const CONTEXT = { additionalTypenames: ['Contact', 'Task', 'Note', 'Deal'] }
const WHOLE = 'contact.allFields'

/** One contact: who they are, how it stands, all that happened, and what Enginy knows. */
export function ContactPage() {
  const { id = '' } = useParams()
  const [params, setParams] = useSearchParams()
  const [{ data, error }, again] = useQuery({ query: CONTACT, variables: { id }, context: CONTEXT })
  useSubscription({ query: CHANGED, variables: { id } }, (_, changed) => {
    again({ requestPolicy: 'network-only' })
    return changed
  })
  const [whole, setWhole] = useState(() => kept<boolean>(WHOLE) ?? false)
  const contact = data?.contact
  const name = contact?.name ?? (contact ? crm.unnamed : words.title)
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
  if (data && !contact) return <Gone />
  if (!contact) return <Waiting />
  const toggle = () => {
    keep(WHOLE, !whole)
    setWhole(!whole)
  }
  const freshness = [
    contact.version,
    contact.lastActivityAt,
    ...contact.tasks.nodes.map((each) => `${each.id}${each.completed}`),
  ]
  return (
    <div className={styles.page}>
      <Link to="/contacts" className={styles.back}>
        ‹ {words.back}
      </Link>
      {contact.deletedAt !== null && <Deleted id={contact.id} />}
      <ContactHeader contact={contact} />
      <div className={styles.columns}>
        <div className={styles.main}>
          <EngagementCard record={contact} />
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
              <Timeline id={contact.id} freshness={freshness.join('|')} />
            </Tabs.Panel>
            <Tabs.Panel value="enginy" pt="md">
              <EnginyPanel id={contact.id} />
            </Tabs.Panel>
          </Tabs>
        </div>
        <div className={styles.side}>
          <TasksCard tasks={contact.tasks} about={{ contactId: contact.id }} />
          <NotesCard recordId={contact.id} notes={contact.notes} />
          <ContactRelations contact={contact} />
          <ContactFieldsCard contact={contact} whole={whole} onWhole={toggle} />
        </div>
      </div>
    </div>
  )
}

function Deleted({ id }: { id: string }) {
  const act = useAct()
  const mayWrite = useMay('WRITE')
  const restore = async () => {
    try {
      await act(RESTORE_CONTACT, { id })
      told(words.restored)
    } catch (error) {
      failed(error)
    }
  }
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
          <Button component={Link} to="/contacts">
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

import { useParams } from 'react-router'
import { useQuery, useSubscription } from 'urql'
import { EngagementCard } from '../../crm/EngagementCard'
import { NotesCard } from '../../crm/NotesCard'
import { RecordPage } from '../../crm/record/RecordPage'
import { TasksCard } from '../../crm/TasksCard'
import { graphql } from '../../gql'
import { useKept } from '../../lib/useKept'
import { contact as words } from '../../strings/contact'
import { crm } from '../../strings/crm'
import { ContactFieldsCard } from './ContactFieldsCard'
import { ContactHeader } from './ContactHeader'
import { ContactRelations } from './ContactRelations'
import { useContactDeletion } from './deletion'

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

/** One contact: who they are, how it stands, all that happened, and what Enginy knows. */
export function ContactPage() {
  const { id = '' } = useParams()
  const [{ data, error }, again] = useQuery({ query: CONTACT, variables: { id }, context: CONTEXT })
  const retry = () => again({ requestPolicy: 'network-only' })
  useSubscription({ query: CHANGED, variables: { id } }, (_, changed) => {
    retry()
    return changed
  })
  const [whole, setWhole] = useKept('contact.allFields', false)
  const { restore } = useContactDeletion(id)
  const contact = data?.contact
  return (
    <RecordPage
      record={contact}
      name={contact ? (contact.name ?? crm.unnamed) : words.title}
      words={words}
      path="/contacts"
      error={error}
      onRetry={retry}
      onRestore={restore}
      header={(contact) => <ContactHeader contact={contact} />}
      main={(contact) => <EngagementCard record={contact} />}
      side={(contact) => (
        <>
          <TasksCard tasks={contact.tasks} about={{ contactId: contact.id }} />
          <NotesCard recordId={contact.id} notes={contact.notes} />
          <ContactRelations contact={contact} />
          <ContactFieldsCard contact={contact} whole={whole} onWhole={() => setWhole(!whole)} />
        </>
      )}
    />
  )
}

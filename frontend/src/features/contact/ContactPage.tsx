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
import { CONTACT, CONTEXT } from './contactQuery'
import { useContactDeletion } from './deletion'

const CHANGED = graphql(`
  subscription ContactPageChanged($id: ID!) {
    contactChanged(ids: [$id]) { missed id }
  }
`)

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

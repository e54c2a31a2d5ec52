import { ActionIcon, Anchor, Tooltip } from '@mantine/core'
import CheckIcon from 'lucide-react/icons/check'
import { useState } from 'react'
import { TaskForm, useCompleteTask } from '../../crm/TasksCard'
import { useMay } from '../../crm/Viewer'
import { type FragmentType, graphql, readFragment } from '../../gql'
import { contact as words } from '../../strings/contact'
import { RelativeTime } from '../../ui/RelativeTime'
import styles from './NextAction.module.css'

const NextAction_contact = graphql(`
  fragment NextAction_contact on Contact {
    id
    engagement { stage }
    openTasks: tasks(first: 50) { nodes { id subject dueAt completed } }
  }
`)

/** What is to be done next about a contact; that nothing is planned, where somebody waits for an answer, stands out. */
export function NextAction(props: { contact: FragmentType<typeof NextAction_contact> }) {
  const contact = readFragment(NextAction_contact, props.contact)
  const mayWrite = useMay('WRITE')
  const complete = useCompleteTask()
  const [planning, setPlanning] = useState(false)
  const [next] = contact.openTasks.nodes
    .filter((each) => !each.completed)
    .sort((one, other) => (one.dueAt ?? '9').localeCompare(other.dueAt ?? '9'))
  const replied = contact.engagement?.stage === 'MESSAGE_REPLIED'
  return (
    <div className={styles.next} data-urgent={(!next && replied) || undefined}>
      {next ? (
        <>
          <span>
            <strong>{words.nextAction}:</strong> {next.subject}
            {next.dueAt && (
              <span className={styles.quiet}>
                {' '}
                <RelativeTime at={next.dueAt} />
              </span>
            )}
          </span>
          {mayWrite && (
            <Tooltip label={words.complete}>
              <ActionIcon variant="light" color="indigo" aria-label={words.complete} onClick={() => complete(next.id)}>
                <CheckIcon size={16} />
              </ActionIcon>
            </Tooltip>
          )}
        </>
      ) : (
        <>
          <span>{replied ? words.repliedNoTask : words.nothingPlanned}</span>
          {mayWrite && (
            <Anchor component="button" type="button" size="sm" onClick={() => setPlanning(true)}>
              {words.plan}
            </Anchor>
          )}
        </>
      )}
      {planning && <TaskForm about={{ contactId: contact.id }} onClose={() => setPlanning(false)} />}
    </div>
  )
}

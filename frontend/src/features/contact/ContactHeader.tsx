import { ActionIcon, Anchor, Avatar, Menu, Tooltip } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import CheckIcon from 'lucide-react/icons/check'
import Ellipsis from 'lucide-react/icons/ellipsis'
import LinkedinIcon from 'lucide-react/icons/external-link'
import Mail from 'lucide-react/icons/mail'
import Phone from 'lucide-react/icons/phone'
import { useState } from 'react'
import { Link } from 'react-router'
import { OwnerSelect } from '../../crm/OwnerSelect'
import { TagButton } from '../../crm/TagButton'
import { TagList } from '../../crm/TagList'
import { TaskForm, useCompleteTask } from '../../crm/TasksCard'
import { useAct } from '../../crm/useAct'
import { useMay } from '../../crm/Viewer'
import { type FragmentType, graphql, readFragment } from '../../gql'
import type { ContactHeader_ContactFragment } from '../../gql/graphql'
import { contact as words } from '../../strings/contact'
import { crm } from '../../strings/crm'
import { RelativeTime } from '../../ui/RelativeTime'
import { failed, told } from '../../ui/UndoToast'
import styles from './ContactHeader.module.css'
import { DELETE_CONTACT, RESTORE_CONTACT } from './deletion'
import { useContactChange } from './useContactChange'

const ContactHeader_contact = graphql(`
  fragment ContactHeader_contact on Contact {
    id version name title companyName email phone mobilePhone linkedinUrl city country tags ownerId deletedAt
    company { id name }
    engagement { stage }
    openTasks: tasks(first: 50) { nodes { id subject dueAt completed } }
  }
`)

/** Who it is, how to reach them, whose they are, and what is to be done next. */
export function ContactHeader(props: { contact: FragmentType<typeof ContactHeader_contact> }) {
  const contact = readFragment(ContactHeader_contact, props.contact)
  const mayWrite = useMay('WRITE')
  const change = useContactChange(contact.id, contact.version)
  const { company } = contact
  const place = [contact.city, contact.country].filter(Boolean).join(', ')
  return (
    <section className={styles.header}>
      <Avatar size={52} radius="xl" name={contact.name ?? ''} color="indigo" alt="" />
      <div className={styles.identity}>
        <h1 className={styles.name}>{contact.name ?? crm.unnamed}</h1>
        <p className={styles.role}>
          {contact.title}
          {contact.title && (company || contact.companyName) && ' · '}
          {company ? (
            <Link to={`/companies/${company.id}`}>{company.name ?? contact.companyName}</Link>
          ) : (
            contact.companyName
          )}
          {place && ` · ${place}`}
        </p>
        <p className={styles.reach}>
          {contact.email && <Reach icon={<Mail size={14} />} href={`mailto:${contact.email}`} text={contact.email} />}
          {(contact.phone ?? contact.mobilePhone) && (
            <Reach
              icon={<Phone size={14} />}
              href={`tel:${contact.phone ?? contact.mobilePhone}`}
              text={contact.phone ?? contact.mobilePhone ?? ''}
            />
          )}
          {contact.linkedinUrl && /^https?:\/\//.test(contact.linkedinUrl) && (
            <Reach
              icon={<LinkedinIcon size={14} />}
              href={contact.linkedinUrl}
              text={crm.channel.LINKEDIN ?? ''}
              outside
            />
          )}
        </p>
        <div className={styles.tags}>
          <TagList tags={contact.tags} />
          {mayWrite && <TagButton tags={contact.tags} onChange={(tags) => change(words.tags, { tags })} />}
        </div>
      </div>
      <div className={styles.side}>
        <div className={styles.owner}>
          <OwnerSelect
            aria-label={words.owner}
            value={contact.ownerId}
            disabled={!mayWrite}
            clearable={mayWrite}
            onChange={(ownerId) => change(words.owner, { ownerId })}
          />
          <More contact={contact} />
        </div>
        <NextAction contact={contact} />
      </div>
    </section>
  )
}

function Reach(props: { icon: React.ReactNode; href: string; text: string; outside?: boolean }) {
  return (
    <a className={styles.link} href={props.href} {...(props.outside ? { target: '_blank', rel: 'noreferrer' } : {})}>
      {props.icon}
      {props.text}
    </a>
  )
}

function NextAction({ contact }: { contact: ContactHeader_ContactFragment }) {
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

function More({ contact }: { contact: ContactHeader_ContactFragment }) {
  const mayWrite = useMay('WRITE')
  const act = useAct()
  const clipboard = useClipboard()
  const copy = () => {
    clipboard.copy(contact.id)
    told(words.copied)
  }
  const remove = async () => {
    try {
      await act(DELETE_CONTACT, { id: contact.id })
      told(words.removed, () => act(RESTORE_CONTACT, { id: contact.id }))
    } catch (error) {
      failed(error)
    }
  }
  const asked = new URLSearchParams({ query: 'example_one-contact', variables: JSON.stringify({ id: contact.id }) })
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon aria-label={words.more} variant="default">
          <Ellipsis size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={copy}>{words.copyId}</Menu.Item>
        <Menu.Item component="a" href={`/graphiql?${asked}`}>
          {words.inConsole}
        </Menu.Item>
        {mayWrite && contact.deletedAt === null && (
          <Menu.Item color="red" onClick={remove}>
            {words.remove}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

import { Avatar } from '@mantine/core'
import ExternalLink from 'lucide-react/icons/external-link'
import Mail from 'lucide-react/icons/mail'
import Phone from 'lucide-react/icons/phone'
import { Link } from 'react-router'
import { HeaderLink, RecordHeader } from '../../crm/record/RecordHeader'
import { RecordMenu } from '../../crm/record/RecordMenu'
import { type FragmentType, graphql, readFragment } from '../../gql'
import type { ContactHeader_ContactFragment } from '../../gql/graphql'
import { crm } from '../../strings/crm'
import { useContactDeletion } from './deletion'
import { NextAction } from './NextAction'
import { useContactChange } from './useContactChange'

const ContactHeader_contact = graphql(`
  fragment ContactHeader_contact on Contact {
    id version name title companyName email phone mobilePhone linkedinUrl city country tags ownerId deletedAt
    company { id name }
    ...NextAction_contact
  }
`)

/** Who it is, how to reach them, whose they are, and what is to be done next. */
export function ContactHeader(props: { contact: FragmentType<typeof ContactHeader_contact> }) {
  const contact = readFragment(ContactHeader_contact, props.contact)
  const change = useContactChange(contact.id, contact.version)
  const { remove } = useContactDeletion(contact.id)
  return (
    <RecordHeader
      picture={<Avatar size={52} radius="xl" name={contact.name ?? ''} color="indigo" alt="" />}
      name={contact.name ?? crm.unnamed}
      facts={<Role contact={contact} />}
      links={<Reach contact={contact} />}
      record={contact}
      onChange={change}
      menu={<RecordMenu record={contact} query="example_one-contact" onRemove={remove} />}
      below={<NextAction contact={contact} />}
    />
  )
}

function Role({ contact }: { contact: ContactHeader_ContactFragment }) {
  const { company } = contact
  const place = [contact.city, contact.country].filter(Boolean).join(', ')
  return (
    <>
      {contact.title}
      {contact.title && (company || contact.companyName) && ' · '}
      {company ? (
        <Link to={`/companies/${company.id}`}>{company.name ?? contact.companyName}</Link>
      ) : (
        contact.companyName
      )}
      {place && ` · ${place}`}
    </>
  )
}

function Reach({ contact }: { contact: ContactHeader_ContactFragment }) {
  const phone = contact.phone ?? contact.mobilePhone
  return (
    <>
      {contact.email && <HeaderLink icon={<Mail size={14} />} href={`mailto:${contact.email}`} text={contact.email} />}
      {phone && <HeaderLink icon={<Phone size={14} />} href={`tel:${phone}`} text={phone} />}
      {contact.linkedinUrl && /^https?:\/\//.test(contact.linkedinUrl) && (
        <HeaderLink
          icon={<ExternalLink size={14} />}
          href={contact.linkedinUrl}
          text={crm.channel.LINKEDIN ?? ''}
          outside
        />
      )}
    </>
  )
}

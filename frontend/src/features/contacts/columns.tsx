import { Link } from 'react-router'
import styles from '../../crm/list/cells.module.css'
import { customValue, type ListColumn } from '../../crm/list/row'
import { StageTrack } from '../../crm/StageTrack'
import { channelName } from '../../crm/stages'
import { TagList } from '../../crm/TagList'
import type { ContactFields } from '../../gql/graphql'
import { shown } from '../../lib/values'
import { contacts } from '../../strings/contacts'
import { crm } from '../../strings/crm'
import { RelativeTime } from '../../ui/RelativeTime'
import type { ContactRow } from './contactRow'
import { CUSTOM } from './usual'

type ContactColumn = ListColumn<ContactRow, keyof ContactFields & keyof ContactRow>

const { columns: words, groups } = contacts

function text(id: keyof typeof words & keyof ContactRow & keyof ContactFields, width: number, group: string) {
  const value = (row: ContactRow) => row[id]
  const cell = (row: ContactRow) => shown(row[id])
  return { id, header: words[id], width, group, value, cell, editing: { kind: 'text', field: id } } as ContactColumn
}

function moment(
  id: keyof typeof words,
  sort: string | undefined,
  group: string,
  of: (row: ContactRow) => string | null | undefined,
): ContactColumn {
  const cell = (row: ContactRow) => {
    const at = of(row)
    return at ? <RelativeTime at={at} /> : null
  }
  return { id, header: words[id], width: 130, group, value: of, cell, ...(sort ? { sort } : {}) }
}

function count(id: 'replies' | 'opens' | 'clicks', sort?: string): ContactColumn {
  const value = (row: ContactRow) => row.engagement?.[id]
  const cell = (row: ContactRow) =>
    id === 'replies' ? value(row) : <span title={contacts.weakOpens}>{value(row) ?? ''}</span>
  return {
    id,
    header: words[id],
    width: 84,
    align: 'end',
    group: groups.engagement,
    value,
    cell,
    ...(sort ? { sort } : {}),
  }
}

/** Every column but those of custom fields, in their usual order. */
export const COLUMNS: ContactColumn[] = [
  {
    id: 'name',
    header: words.name,
    width: 210,
    group: groups.person,
    sort: 'LAST_NAME',
    value: (row) => row.name,
    cell: (row) => (
      <Link to={`/contacts/${row.id}`} className={styles.name} tabIndex={-1}>
        {row.name ?? crm.unnamed}
      </Link>
    ),
  },
  text('title', 190, groups.person),
  {
    id: 'company',
    header: words.company,
    width: 180,
    group: groups.person,
    sort: 'COMPANY_NAME',
    value: (row) => row.company?.name ?? row.companyName,
    cell: (row) =>
      row.company ? (
        <Link to={`/companies/${row.company.id}`} className={styles.link} tabIndex={-1}>
          {row.company.name ?? row.companyName ?? crm.unnamed}
        </Link>
      ) : (
        row.companyName
      ),
    editing: { kind: 'text', field: 'companyName' },
  },
  {
    id: 'stage',
    header: words.stage,
    width: 140,
    group: groups.engagement,
    sort: 'ENGAGEMENT_STAGE',
    value: (row) => row.engagement?.stage && crm.stage[row.engagement.stage],
    cell: (row) => row.engagement?.stage && <StageTrack small stage={row.engagement.stage} />,
  },
  {
    id: 'step',
    header: words.step,
    width: 110,
    group: groups.engagement,
    value: (row) => row.engagement?.step,
    cell: (row) => row.engagement?.step != null && crm.step(row.engagement.step, row.engagement.steps),
  },
  {
    id: 'channel',
    header: words.channel,
    width: 100,
    group: groups.engagement,
    value: (row) => row.engagement?.channel && channelName(row.engagement.channel),
    cell: (row) => row.engagement?.channel && channelName(row.engagement.channel),
  },
  count('replies', 'REPLIES'),
  count('opens', 'OPENS'),
  count('clicks'),
  moment('lastEngaged', 'LAST_ENGAGED_AT', groups.engagement, (row) => row.engagement?.lastEngagedAt),
  {
    id: 'furthestStage',
    header: words.furthestStage,
    width: 140,
    group: groups.engagement,
    sort: 'FURTHEST_STAGE',
    value: (row) => row.engagement?.furthestStage && crm.stage[row.engagement.furthestStage],
    cell: (row) => row.engagement?.furthestStage && <StageTrack small stage={row.engagement.furthestStage} />,
  },
  {
    id: 'status',
    header: words.status,
    width: 210,
    group: groups.engagement,
    value: (row) => row.engagement?.status,
    cell: (row) => row.engagement?.status,
  },
  {
    id: 'campaigns',
    header: words.campaigns,
    width: 200,
    group: groups.engagement,
    value: (row) => row.engagement?.campaigns.join(', '),
    cell: (row) => row.engagement?.campaigns.join(', '),
  },
  {
    id: 'senders',
    header: words.senders,
    width: 160,
    group: groups.engagement,
    value: (row) => row.engagement?.senders.join(', '),
    cell: (row) => row.engagement?.senders.join(', '),
  },
  {
    id: 'owner',
    header: words.owner,
    width: 140,
    group: groups.sales,
    value: (row) => row.owner?.name ?? row.ownerId,
    cell: (row) => row.owner?.name ?? row.ownerId,
    editing: { kind: 'owner' },
  },
  {
    id: 'tags',
    header: words.tags,
    width: 180,
    group: groups.sales,
    value: (row) => row.tags.join(', '),
    cell: (row) => <TagList tags={row.tags} />,
    editing: { kind: 'tags' },
  },
  text('email', 220, groups.person),
  text('phone', 140, groups.person),
  text('mobilePhone', 140, groups.person),
  text('linkedinUrl', 200, groups.person),
  text('lifecycleStage', 120, groups.sales),
  {
    id: 'leadScore',
    header: words.leadScore,
    width: 96,
    align: 'end',
    group: groups.sales,
    sort: 'LEAD_SCORE',
    value: (row) => row.leadScore,
    cell: (row) => row.leadScore,
    editing: { kind: 'number', field: 'leadScore' },
  },
  {
    id: 'dealValue',
    header: words.dealValue,
    width: 110,
    align: 'end',
    group: groups.sales,
    value: (row) => row.dealValue,
    cell: (row) => row.dealValue?.toLocaleString(),
  },
  text('city', 130, groups.person),
  text('country', 120, groups.person),
  text('industry', 150, groups.person),
  moment('lastActivity', 'LAST_ACTIVITY_AT', groups.record, (row) => row.lastActivityAt),
  moment('created', 'CREATED_AT', groups.record, (row) => row.createdAt),
  moment('updated', 'UPDATED_AT', groups.record, (row) => row.updatedAt),
]

/** The column of a custom field. */
export function customColumn(key: string, label: string): ContactColumn {
  return {
    id: CUSTOM + key,
    header: label,
    width: 150,
    group: groups.custom,
    value: (row) => customValue(row, key),
    cell: (row) => shown(customValue(row, key)),
    editing: { kind: 'custom', key },
  }
}

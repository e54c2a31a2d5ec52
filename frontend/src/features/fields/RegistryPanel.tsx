import { ActionIcon, Button, Progress, Tooltip, VisuallyHidden } from '@mantine/core'
import Pencil from 'lucide-react/icons/pencil'
import Shuffle from 'lucide-react/icons/shuffle'
import { useEffect } from 'react'
import { useMay } from '../../crm/Viewer'
import { graphql } from '../../gql'
import type { CustomFieldsQuery, Entity } from '../../gql/graphql'
import { usePages } from '../../lib/usePages'
import { shown } from '../../lib/values'
import { fields } from '../../strings/fields'
import { ui } from '../../strings/ui'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorNote } from '../../ui/ErrorNote'
import { Panel } from '../../ui/Panel'
import { Pill } from '../../ui/Pill'
import { RelativeTime } from '../../ui/RelativeTime'
import { SkeletonRows } from '../../ui/Skeletons'
import { SmallTable } from '../../ui/SmallTable'
import { FieldForm } from './FieldForm'
import { MeaningForm } from './MeaningForm'
import { meaningOf } from './meaning'
import styles from './RegistryPanel.module.css'

const FIELDS = graphql(`
  query CustomFields($entity: Entity!, $first: Int!, $after: String) {
    customFieldDefinitions(entity: $entity, first: $first, after: $after) {
      totalCount
      nodes {
        name label type inferredType wishedType samples count filled fillRate missed lastSeen isHidden isPromoted position
        mappings { id status target { engagement field customField } }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`)

export type FieldDefinition = CustomFieldsQuery['customFieldDefinitions']['nodes'][number]

const { registry: words } = fields
const fieldsIn = (data: CustomFieldsQuery) => data.customFieldDefinitions

/** Every custom field with what its values look like, and the forms to change it; which of them is open is in the address. */
export function RegistryPanel(props: {
  entity: Entity
  /** Counts what was decided beside it, after which it is read again. */
  decided: number
  text: string
  editing: string | null
  mapping: string | null
  onOpen: (what: 'edit' | 'meaning', name: string | null) => void
}) {
  const { entity, text, onOpen } = props
  const list = usePages(FIELDS, { entity, first: 100 }, fieldsIn)
  const { reload } = list
  useEffect(() => {
    if (props.decided > 0) void reload()
  }, [props.decided, reload])
  const mayWrite = useMay('WRITE')
  const wanted = text.trim().toLowerCase()
  const rows = list.nodes.filter(({ name, label }) => `${name} ${label}`.toLowerCase().includes(wanted))
  const find = (name: string | null) => list.nodes.find((each) => each.name === name)
  const edited = find(props.editing)
  const close = (what: 'edit' | 'meaning') => () => onOpen(what, null)
  return (
    <Panel title={words.title} hint={words.hint} flush>
      {list.error ? <ErrorNote error={list.error} onRetry={() => void list.reload()} /> : null}
      {list.loading && list.nodes.length === 0 ? (
        <SkeletonRows rows={8} />
      ) : (
        <SmallTable
          label={words.title}
          rows={rows}
          idOf={(row) => row.name}
          empty={
            wanted ? <EmptyState title={words.noneFound} /> : <EmptyState title={words.empty} hint={words.emptyHint} />
          }
          columns={[
            {
              id: 'name',
              header: words.name,
              head: true,
              cell: (row) => (
                <span className={styles.name}>
                  {row.label}
                  {row.label !== row.name && <code>{row.name}</code>}
                  {row.isPromoted && (
                    <Pill tone="info" hint={words.promotedHint}>
                      {words.promoted}
                    </Pill>
                  )}
                  {row.isHidden && <Pill tone="quiet">{words.hidden}</Pill>}
                </span>
              ),
            },
            {
              id: 'type',
              header: words.type,
              cell: (row) => (
                <span className={styles.type}>
                  {row.wishedType ? fields.types[row.wishedType] : fields.shapes[row.inferredType ?? 'EMPTY']}
                  {row.missed > 0 && <Pill tone="warn">{words.missed(row.missed)}</Pill>}
                </span>
              ),
            },
            {
              id: 'meaning',
              header: words.meaning,
              cell: (row) => <Meaning mappings={row.mappings} />,
            },
            {
              id: 'samples',
              header: words.samples,
              cell: (row) => (
                <span className={styles.samples} title={row.samples.map(shown).join('\n')}>
                  {row.samples.length === 0 ? words.noValues : row.samples.slice(0, 3).map(shown).join(' · ')}
                </span>
              ),
            },
            {
              id: 'filled',
              header: words.filled,
              cell: (row) =>
                row.fillRate !== null && (
                  <span className={styles.filled} title={words.filledHint(row.filled, percent(row.fillRate))}>
                    <Progress value={row.fillRate * 100} size="sm" w={48} aria-hidden="true" />
                    {percent(row.fillRate)}
                  </span>
                ),
            },
            { id: 'count', header: words.count, align: 'end', cell: (row) => row.count.toLocaleString() },
            { id: 'last', header: words.lastSeen, cell: (row) => <RelativeTime at={row.lastSeen} /> },
            ...(mayWrite
              ? [
                  {
                    id: 'actions',
                    header: <VisuallyHidden>{words.edit}</VisuallyHidden>,
                    align: 'end' as const,
                    cell: (row: FieldDefinition) => (
                      <span className={styles.actions}>
                        <Tooltip label={fields.decide.changeOf(row.name)}>
                          <ActionIcon
                            aria-label={fields.decide.changeOf(row.name)}
                            onClick={() => onOpen('meaning', row.name)}
                          >
                            <Shuffle size={15} />
                          </ActionIcon>
                        </Tooltip>
                        <Tooltip label={words.editOf(row.name)}>
                          <ActionIcon aria-label={words.editOf(row.name)} onClick={() => onOpen('edit', row.name)}>
                            <Pencil size={15} />
                          </ActionIcon>
                        </Tooltip>
                      </span>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {list.hasMore && (
        <div className={styles.more}>
          <Button variant="default" loading={list.loading} onClick={list.more}>
            {ui.loadMore}
          </Button>
        </div>
      )}
      {mayWrite && (edited || props.editing === '') && (
        <FieldForm
          key={props.editing}
          entity={entity}
          field={edited ?? null}
          onClose={close('edit')}
          onSaved={() => void list.reload()}
        />
      )}
      {mayWrite && props.mapping && (
        <MeaningForm
          key={props.mapping}
          entity={entity}
          name={props.mapping}
          target={find(props.mapping)?.mappings[0]?.target ?? null}
          onClose={close('meaning')}
          onSaved={() => void list.reload()}
        />
      )}
    </Panel>
  )
}

function Meaning({ mappings: [mapping] }: { mappings: FieldDefinition['mappings'] }) {
  if (!mapping || mapping.status === 'REJECTED') return <span className={styles.quiet}>{words.itself}</span>
  return (
    <span className={styles.type}>
      {meaningOf(mapping.target)}
      {(mapping.status === 'AUTOMATIC' || mapping.status === 'SUGGESTED') && (
        <Pill tone="quiet">{words.unconfirmed}</Pill>
      )}
    </span>
  )
}

function percent(share: number): string {
  return share.toLocaleString(undefined, { style: 'percent', maximumFractionDigits: share < 0.1 ? 1 : 0 })
}

import { Alert, Button, Drawer } from '@mantine/core'
import { useQuery } from 'urql'
import { NotesCard } from '../../crm/NotesCard'
import type { Chosen } from '../../crm/RecordSelect'
import { useMay } from '../../crm/Viewer'
import { graphql } from '../../gql'
import { deals } from '../../strings/deals'
import { ErrorNote } from '../../ui/ErrorNote'
import { SkeletonLines } from '../../ui/Skeletons'
import styles from './DealDrawer.module.css'
import { DealForm } from './DealForm'
import { DealHistory } from './DealHistory'
import { dealOf } from './dealRow'
import type { DealActs } from './useDealActs'
import { useDealTold } from './useDealTold'

const DEAL = graphql(`
  query Deal($id: ID!) {
    deal(id: $id) {
      id
      ...DealRow_deal
      notes(first: 50) { ...NotesCard_notes }
      ...DealHistory_deal
    }
  }
`)

const { form: words } = deals
const CONTEXT = { additionalTypenames: ['Deal', 'Note'] }

/** What a new deal begins with. */
export type Beginning = { stage: string | null; company: Chosen | null; contact: Chosen | null }

/** A deal to look at, change, win or lose; or a new one, under the id `new`. */
export function DealDrawer(props: {
  id: string | null
  stages: string[]
  beginning: Beginning
  acts: DealActs
  onClose: () => void
}) {
  const { id, acts, onClose } = props
  return (
    <Drawer
      opened={id !== null}
      onClose={onClose}
      position="right"
      size={430}
      title={id === 'new' ? deals.new : words.title}
    >
      {id === 'new' && <DealForm deal={null} {...props} />}
      {id !== null && id !== 'new' && <Known id={id} stages={props.stages} acts={acts} onClose={onClose} />}
    </Drawer>
  )
}

function Known(props: { id: string; stages: string[]; acts: DealActs; onClose: () => void }) {
  const mayWrite = useMay('WRITE')
  const [{ data, error, fetching }, again] = useQuery({
    query: DEAL,
    variables: { id: props.id },
    context: CONTEXT,
    requestPolicy: 'cache-and-network',
  })
  const retry = () => again({ requestPolicy: 'network-only' })
  useDealTold(props.id, retry)
  if (error) return <ErrorNote error={error} onRetry={retry} />
  if (!data || (!data.deal && fetching)) return <SkeletonLines lines={9} />
  if (!data.deal) return <p>{words.gone}</p>
  const deal = dealOf(data.deal)
  return (
    <div className={styles.parts}>
      {deal.deletedAt !== null && (
        <Alert color="red" title={words.deleted}>
          {mayWrite && (
            <Button variant="default" onClick={() => void props.acts.restore(deal)}>
              {words.restore}
            </Button>
          )}
        </Alert>
      )}
      <DealForm
        key={deal.id}
        deal={deal}
        stages={props.stages}
        acts={props.acts}
        onClose={props.onClose}
        onStale={retry}
      />
      <NotesCard recordId={deal.id} notes={data.deal.notes} />
      <DealHistory deal={data.deal} />
    </div>
  )
}

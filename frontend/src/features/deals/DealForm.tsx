import { Alert, Autocomplete, Badge, Button, Group, NumberInput, Select, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { OwnerSelect } from '../../crm/OwnerSelect'
import { CompanySelect, ContactSelect } from '../../crm/RecordSelect'
import { useMay, useViewer } from '../../crm/Viewer'
import type { DealFields } from '../../gql/graphql'
import { crm } from '../../strings/crm'
import { deals } from '../../strings/deals'
import { ErrorNote } from '../../ui/ErrorNote'
import { RelativeTime } from '../../ui/RelativeTime'
import type { Beginning } from './DealDrawer'
import styles from './DealForm.module.css'
import { changesBetween, type Draft, draftOf, rebased, writtenIn } from './dealDraft'
import type { DealRow } from './dealRow'
import { LostDialog } from './LostDialog'
import { type DealActs, isConflict } from './useDealActs'

const { form: words } = deals
const CURRENCIES = ['EUR', 'USD', 'GBP', 'CHF', 'SEK', 'NOK', 'DKK', 'PLN', 'CAD', 'AUD', 'JPY', 'BRL', 'MXN', 'INR']

/** The fields of a deal, and what can become of it. */
export function DealForm(props: {
  deal: DealRow | null
  stages: string[]
  beginning?: Beginning
  acts: DealActs
  onClose: () => void
  /** Called when somebody else wrote the deal meanwhile. */
  onStale?: () => void
}) {
  const { deal, acts, onClose } = props
  const viewer = useViewer()
  const mayWrite = useMay('WRITE') && (deal === null || deal.deletedAt === null)
  const [initial, setInitial] = useState<Draft>(() =>
    deal ? draftOf(deal) : blank(viewer.user?.id ?? null, props.beginning),
  )
  const [draft, setDraft] = useState(initial)
  const [version, setVersion] = useState(deal?.version)
  const [kept, setKept] = useState<(keyof Draft)[]>([])
  if (deal && deal.version !== version) {
    const now = draftOf(deal)
    const after = rebased(initial, draft, now)
    setVersion(deal.version)
    setInitial(now)
    setDraft(after)
    setKept(writtenIn(now, after))
  }
  const [missing, setMissing] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const [losing, setLosing] = useState(false)
  const set = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }))
  const stages = draft.stage && !props.stages.includes(draft.stage) ? [...props.stages, draft.stage] : props.stages

  const attempt = async (work: () => Promise<unknown>) => {
    setBusy(true)
    setError(null)
    try {
      await work()
      onClose()
    } catch (thrown) {
      if (deal && isConflict(thrown)) props.onStale?.()
      else setError(thrown)
    } finally {
      setBusy(false)
    }
  }
  const save = () => {
    const name = draft.name.trim()
    setMissing(name === '')
    if (name === '') return
    const changes = changesBetween(initial, { ...draft, name })
    if (deal === null) {
      const amount = Number(draft.amount)
      const currency = draft.currency.trim().toUpperCase()
      void attempt(() =>
        acts.create({
          ...changes,
          name,
          amount,
          ownerId: draft.ownerId,
          ...references(draft),
          ...(currency && { currency }),
        }),
      )
    } else if (Object.keys(changes).length === 0) onClose()
    else void attempt(() => acts.change(deal, changes))
  }
  const become = (changes: DealFields, label: string) =>
    deal && attempt(() => acts.change(deal, changes, deals.told.moved(deal.name, label)))
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      {deal && deal.status !== 'OPEN' && (
        <p className={styles.closed}>
          <Badge color={deal.status === 'WON' ? 'green' : 'gray'}>{deals.status[deal.status]}</Badge>
          {deal.closedAt && <RelativeTime at={deal.closedAt} />}
          {deal.lostReason && ` · ${deal.lostReason}`}
        </p>
      )}
      <fieldset className={styles.fields} disabled={!mayWrite}>
        <Stack gap="sm">
          <TextInput
            label={words.name}
            required
            data-autofocus
            error={missing && words.nameMissing}
            value={draft.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <div className={styles.pair}>
            <NumberInput
              label={words.amount}
              min={0}
              decimalScale={2}
              thousandSeparator
              hideControls
              value={draft.amount}
              onChange={(amount) => set({ amount })}
            />
            <Autocomplete
              size="xs"
              label={words.currency}
              data={CURRENCIES}
              maxLength={3}
              value={draft.currency}
              onChange={(currency) => set({ currency })}
            />
          </div>
          <div className={styles.pair}>
            <Select
              label={words.stage}
              data={stages}
              clearable={deal !== null}
              value={draft.stage}
              onChange={(stage) => set({ stage })}
            />
            <TextInput
              type="date"
              label={words.expectedClose}
              value={draft.expectedClose}
              onChange={(event) => set({ expectedClose: event.currentTarget.value })}
            />
          </div>
          <OwnerSelect label={words.owner} value={draft.ownerId} onChange={(ownerId) => set({ ownerId })} />
          <ContactSelect label={words.contact} value={draft.contact} onChange={(contact) => set({ contact })} />
          <CompanySelect label={words.company} value={draft.company} onChange={(company) => set({ company })} />
        </Stack>
      </fieldset>
      {kept.length > 0 && (
        <Alert color="yellow" role="status" mt="sm" title={words.meanwhile}>
          {words.kept(kept.map((name) => LABELS[name]).join(', '))}
        </Alert>
      )}
      {error !== null && (
        <div className={styles.error}>
          <ErrorNote error={error} title={crm.notSaved} />
        </div>
      )}
      {mayWrite && (
        <Group mt="md" gap="xs">
          <Button type="submit" loading={busy}>
            {deal ? words.save : words.create}
          </Button>
          {deal?.status === 'OPEN' && (
            <>
              <Button variant="light" color="green" onClick={() => become({ status: 'WON' }, deals.status.WON)}>
                {words.win}
              </Button>
              <Button variant="default" onClick={() => setLosing(true)}>
                {words.lose}
              </Button>
            </>
          )}
          {deal && deal.status !== 'OPEN' && (
            <Button variant="default" onClick={() => become({ status: 'OPEN' }, deals.status.OPEN)}>
              {words.reopen}
            </Button>
          )}
          {deal && (
            <Button
              variant="subtle"
              color="red"
              ml="auto"
              onClick={() => {
                void acts.remove(deal)
                onClose()
              }}
            >
              {words.remove}
            </Button>
          )}
        </Group>
      )}
      {losing && deal && (
        <LostDialog
          name={deal.name}
          onLost={(lostReason) => void become({ status: 'LOST', lostReason }, deals.status.LOST)}
          onClose={() => setLosing(false)}
        />
      )}
    </form>
  )
}

const LABELS: Record<keyof Draft, string> = { ...words, ownerId: words.owner }

function references({ contact, company }: Draft): DealFields {
  return { ...(contact && { contactId: contact.id }), ...(company && { companyId: company.id }) }
}

function blank(ownerId: string | null, beginning: Beginning | undefined): Draft {
  const { stage = null, company = null, contact = null } = beginning ?? {}
  return { name: '', amount: '', currency: '', stage, expectedClose: '', ownerId, contact, company }
}

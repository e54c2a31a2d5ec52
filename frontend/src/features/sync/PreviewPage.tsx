import { Button, SegmentedControl, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useClient } from 'urql'
import { useMay } from '../../crm/Viewer'
import { graphql } from '../../gql'
import type { Entity } from '../../gql/graphql'
import { parseExactly } from '../../lib/exactJson'
import { sync } from '../../strings/sync'
import { ErrorNote } from '../../ui/ErrorNote'
import { Panel, Panels } from '../../ui/Panel'
import { SkeletonLines } from '../../ui/Skeletons'
import { jsonProblem } from './jsonProblem'
import { PreviewItem } from './PreviewItem'
import styles from './PreviewPage.module.css'
import { SyncFrame } from './SyncFrame'
import { type PreviewAct, sampleOf } from './samples'
import { type Tried, tryOut } from './tryOut'
import { itemsIn } from './wire'

const SOMEBODY = graphql(`
  query PreviewSample {
    contacts(first: 20) { nodes { id email firstName lastName companyName } }
    companies(first: 1) { nodes { id name domain } }
  }
`)

const { preview: words } = sync
const ACTS = ['sync', 'create', 'update'] as const
const MOST = 50 // items: a preview is read by a person

/** What would come of a body, without writing anything: whom it would find and why, and what it would change. */
export function PreviewPage() {
  const client = useClient()
  const [params, setParams] = useSearchParams()
  const mayWrite = useMay('WRITE')
  const acts = mayWrite ? ACTS : (['sync'] as const)
  const act: PreviewAct = acts.find((each) => each === params.get('act')) ?? 'sync'
  const entity: Entity = params.get('entity') === 'COMPANY' ? 'COMPANY' : 'CONTACT'
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string[] | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [tried, setTried] = useState<Tried[] | null>(null)
  const [busy, setBusy] = useState(false)
  const choose = (changes: Record<string, string>) => {
    setTried(null)
    setParams((before) => new URLSearchParams({ ...Object.fromEntries(before), ...changes }), { replace: true })
  }

  const sample = async () => {
    const { data } = await client.query(SOMEBODY, {}).toPromise()
    const contact = data?.contacts.nodes.find(({ email }) => email)
    const [company] = data?.companies.nodes ?? []
    const known = entity === 'CONTACT' ? contact && knownOf(contact) : company && knownOf(company)
    setText(sampleOf(act, entity, known ?? null))
    setProblem(null)
    setTried(null)
  }
  const run = async () => {
    setTried(null)
    setError(null)
    const wrong = jsonProblem(text)
    if (wrong) return setProblem([`${words.place(wrong.line, wrong.column)}: ${wrong.message}.`])
    const body = itemsIn(parseExactly(text))
    if (!body) return setProblem([words.noItems])
    if (body.items.length > MOST) return setProblem([words.tooMany(body.items.length)])
    const asked = {
      act: body.isUpdate && mayWrite ? 'update' : act,
      entity: body.entity ?? entity,
    } as const
    if (asked.act !== act || asked.entity !== entity) choose(asked)
    setBusy(true)
    try {
      const answer = await tryOut(client, asked.act, asked.entity, body.items, mayWrite)
      setProblem(answer.problems.length > 0 ? answer.problems : null)
      setTried(answer.tried)
    } catch (failure) {
      setProblem(null)
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  return (
    <SyncFrame>
      <Panels>
        <Panel
          title={sync.tabs.preview}
          hint={mayWrite ? words.hint : words.readOnly}
          actions={
            <Button variant="subtle" onClick={() => void sample()}>
              {words.sample}
            </Button>
          }
        >
          <form
            className={styles.form}
            onSubmit={(event) => {
              event.preventDefault()
              void run()
            }}
          >
            <div className={styles.choices}>
              <SegmentedControl
                aria-label={words.what}
                value={act}
                onChange={(value) => choose({ act: value })}
                data={acts.map((value) => ({ value, label: words.acts[value] }))}
              />
              <SegmentedControl
                aria-label={words.entity}
                value={entity}
                onChange={(value) => choose({ entity: value })}
                data={(['CONTACT', 'COMPANY'] as const).map((value) => ({ value, label: words.entities[value] }))}
              />
            </div>
            <Textarea
              aria-label={words.body}
              placeholder={words.placeholder}
              value={text}
              onChange={(event) => {
                setText(event.currentTarget.value)
                setProblem(null)
              }}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void run()
              }}
              rows={18}
              spellCheck={false}
              classNames={{ input: styles.text ?? '' }}
              error={problem && problem.length === 1 ? problem[0] : problem !== null}
            />
            {problem && problem.length > 1 && (
              <div className={styles.problems} role="alert">
                <b>{words.problems}</b>
                <ul>
                  {problem.map((each) => (
                    <li key={each}>{each}</li>
                  ))}
                </ul>
              </div>
            )}
            <div className={styles.choices}>
              <Button type="submit" loading={busy} disabled={text.trim() === ''}>
                {words.run}
              </Button>
              {text !== '' && (
                <Button
                  variant="default"
                  onClick={() => {
                    setText('')
                    setTried(null)
                    setProblem(null)
                    setError(null)
                  }}
                >
                  {words.clear}
                </Button>
              )}
            </div>
          </form>
        </Panel>
        <Panel title={words.result} hint={tried ? words.resultHint : undefined} flush={tried !== null}>
          {error ? (
            <ErrorNote error={error} onRetry={() => void run()} />
          ) : busy ? (
            <SkeletonLines lines={6} />
          ) : tried === null ? (
            <p className={styles.nothing}>{words.nothingYet}</p>
          ) : (
            <ul className={styles.results} aria-live="polite">
              {tried.map((each) => (
                <PreviewItem key={each.index} tried={each} />
              ))}
            </ul>
          )}
        </Panel>
      </Panels>
    </SyncFrame>
  )
}

function knownOf({
  id,
  companyName,
  ...fields
}: { id: string; companyName?: string | null } & Record<string, unknown>) {
  const known = { ...fields, ...(companyName ? { company: companyName } : {}) }
  const texts = Object.entries(known).filter(([name, value]) => typeof value === 'string' && name !== '__typename')
  return { id, known: Object.fromEntries(texts) as Record<string, string> }
}

import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useQuery, useSubscription } from 'urql'
import { useMay } from '../../crm/Viewer'
import { graphql } from '../../gql'
import { settings } from '../../strings/settings'
import { Code } from '../../ui/Code'
import { Panel, Panels } from '../../ui/Panel'
import { RelativeTime } from '../../ui/RelativeTime'
import styles from './ConnectionPage.module.css'
import { SettingsFrame } from './SettingsFrame'

const CALLS = graphql(`
  query EnginyCalls {
    syncRuns(first: 1, filter: { source: { eq: ENGINY } }) { nodes { id startedAt } }
    enginyConnection { publicUrl path keyHeader }
  }
`)

const CALLED = graphql(`
  subscription EnginyCalled {
    syncRunFinished(filter: { source: { eq: ENGINY } }) { missed }
  }
`)

const { connection: words } = settings
const STEPS = ['/sync', '/fields', '/settings/answers']

/** All that Enginy asks for when it is connected, to be copied one by one. */
export function ConnectionPage() {
  const mayManageKeys = useMay('MANAGE_KEYS')
  const [{ data }, again] = useQuery({ query: CALLS })
  // Whoever connects Enginy waits here for its first call.
  useSubscription({ query: CALLED }, (_, called) => {
    again({ requestPolicy: 'network-only' })
    return called
  })
  // Until the server has said so, and where it does not know its address, what the browser knows.
  const { publicUrl = null, path = '', keyHeader = 'X-API-Key' } = data?.enginyConnection ?? {}
  const url = publicUrl ?? window.location.origin
  const isLocal = publicUrl === null && ['localhost', '127.0.0.1', '[::1]'].includes(window.location.hostname)
  const [last] = data?.syncRuns.nodes ?? []
  return (
    <SettingsFrame>
      <Panels>
        <Panel title={words.title} hint={words.hint}>
          <dl className={styles.guide}>
            <Line name={words.url} hint={publicUrl === null ? words.urlGuessed : words.urlHint}>
              <Code text={url + path} what={words.url} inline />
              {isLocal && <p className={styles.warning}>{words.local}</p>}
            </Line>
            <Line name={words.header} hint={words.headerHint}>
              <Code text={keyHeader} what={words.header} inline />
            </Line>
            <Line name={words.key} hint={words.keyHint}>
              {mayManageKeys ? (
                <Button component={Link} to="/settings/keys?make=Enginy">
                  {words.makeKey}
                </Button>
              ) : (
                <p className={styles.quiet}>{words.askAdmin}</p>
              )}
            </Line>
            <Line name={words.links} hint={words.linksHint}>
              <p className={styles.label}>{words.contactLink}</p>
              <Code text={`${url}/contacts/{{crmId}}`} what={words.contactLink} inline />
              <p className={styles.label}>{words.companyLink}</p>
              <Code text={`${url}/companies/{{crmId}}`} what={words.companyLink} inline />
            </Line>
            <Line name={words.test} hint={words.testHint}>
              <Code text={`curl -H '${keyHeader}: YOUR_KEY' ${url}${path}/health`} what={words.test} inline />
            </Line>
          </dl>
        </Panel>
        <Panel title={words.next}>
          <ol className={styles.steps}>
            {words.steps.map(([before, page, after], place) => (
              <li key={page}>
                {before}
                <Link to={STEPS[place] ?? ''}>{page}</Link>
                {after}
              </li>
            ))}
          </ol>
          <h3 className={styles.label}>{words.watch}</h3>
          <p className={styles.calls} role="status">
            {data === undefined ? (
              ' '
            ) : last ? (
              <>
                {words.lastCall} <RelativeTime at={last.startedAt} />. <Link to="/sync">{words.runs}</Link>
              </>
            ) : (
              words.noCalls
            )}
          </p>
          <p>
            <a href="/docs">{words.docs}</a>
          </p>
        </Panel>
      </Panels>
    </SettingsFrame>
  )
}

function Line(props: { name: string; hint: string; children: ReactNode }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>
        {props.children}
        <p className={styles.quiet}>{props.hint}</p>
      </dd>
    </div>
  )
}

import { print } from 'graphql'
import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import { graphql } from '../../gql'
import { AccessPanel, type Refusal } from './AccessPanel'
import { ask, NotSignedIn } from './asking'
import styles from './Console.module.css'

const Workbench = lazy(() => import('./Workbench'))

const ConsoleAccess = print(graphql(`query ConsoleAccess { __typename }`))

type Access = { state: 'asking' } | { state: 'granted'; key: string | null } | { state: 'refused'; why: Refusal }

/** GraphiQL, for those the server knows: by the cookie they signed in with, or by a key, which is kept nowhere. */
export function Console() {
  const [access, setAccess] = useState<Access>({ state: 'asking' })

  const enter = useCallback(async (key: string | null) => {
    try {
      await ask({ query: ConsoleAccess }, key)
      setAccess({ state: 'granted', key })
    } catch (error) {
      setAccess({ state: 'refused', why: refusalOf(error) })
    }
  }, [])

  const refuse = useCallback((error: NotSignedIn) => setAccess({ state: 'refused', why: refusalOf(error) }), [])

  useEffect(() => {
    void enter(null)
  }, [enter])

  if (access.state === 'refused') return <AccessPanel why={access.why} onEnter={enter} />
  const opening = (
    <p className={styles.opening} role="status">
      Opening GraphiQL …
    </p>
  )
  if (access.state === 'asking') return opening
  return (
    <Suspense fallback={opening}>
      <Workbench accessKey={access.key} onRefused={refuse} />
    </Suspense>
  )
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof NotSignedIn) return error.key === null ? { kind: 'stranger' } : { kind: 'wrong key' }
  return { kind: 'trouble', message: error instanceof Error ? error.message : String(error) }
}

import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import { graphiql } from '../../strings/console'
import { AccessPanel, type Refusal } from './AccessPanel'
import { NotSignedIn } from './asking'
import styles from './Console.module.css'
import { type Library, readLibrary } from './library'
import { askedIn } from './savedQueries'

const Workbench = lazy(() => import('./Workbench'))

type Access =
  | { state: 'asking' }
  | { state: 'granted'; key: string | null; library: Library }
  | { state: 'refused'; why: Refusal }

/** GraphiQL, for those the server knows: by the cookie they signed in with, or by a key, which is kept nowhere. */
export function Console() {
  const [access, setAccess] = useState<Access>({ state: 'asking' })

  const enter = useCallback(async (key: string | null) => {
    try {
      const asked = askedIn(window.location.search)
      setAccess({ state: 'granted', key, library: await readLibrary(key, asked?.id ?? null) })
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
      {graphiql.opening}
    </p>
  )
  if (access.state === 'asking') return opening
  return (
    <Suspense fallback={opening}>
      <Workbench accessKey={access.key} library={access.library} onRefused={refuse} />
    </Suspense>
  )
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof NotSignedIn) return error.key === null ? { kind: 'stranger' } : { kind: 'wrong key' }
  return { kind: 'trouble', message: error instanceof Error ? error.message : String(error) }
}

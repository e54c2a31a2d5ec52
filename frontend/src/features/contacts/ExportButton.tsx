import { Button } from '@mantine/core'
import Download from 'lucide-react/icons/download'
import { useRef, useState } from 'react'
import { useClient } from 'urql'
import type { ContactFilter, ContactOrder } from '../../gql/graphql'
import { csvLines, toCsv } from '../../lib/csv'
import { download } from '../../lib/download'
import { contacts } from '../../strings/contacts'
import { failed, told } from '../../ui/UndoToast'
import type { ContactColumn } from './columns'
import { everyContact } from './everyContact'

const { export: words } = contacts

/** Writes all that the list would show, with its columns and in its order, to a CSV file, a page at a time. */
export function ExportButton(props: {
  columns: ContactColumn[]
  filter: ContactFilter | null
  orderBy: ContactOrder[] | null
  custom: boolean
}) {
  const [read, setRead] = useState<number | null>(null)
  const stopped = useRef(false)
  const client = useClient()
  const run = async () => {
    stopped.current = false
    setRead(0)
    try {
      const { columns, filter, orderBy, custom } = props
      const parts = [toCsv(['id', ...columns.map((each) => each.header)], [])]
      let count = 0
      for await (const rows of everyContact(client, { filter, orderBy, custom })) {
        if (stopped.current) return
        parts.push(csvLines(rows.map((row) => [row.id, ...columns.map((each) => each.value(row))])))
        count += rows.length
        setRead(count)
      }
      download(words.file, parts, 'text/csv')
      told(words.done(count))
    } catch (error) {
      failed(error)
    } finally {
      setRead(null)
    }
  }
  return read === null ? (
    <Button variant="default" leftSection={<Download size={15} />} onClick={run}>
      {words.button}
    </Button>
  ) : (
    <Button
      variant="default"
      onClick={() => {
        stopped.current = true
      }}
      aria-label={words.stop}
      title={words.stop}
    >
      {words.running(read)}
    </Button>
  )
}

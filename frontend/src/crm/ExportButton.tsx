import { Button } from '@mantine/core'
import Download from 'lucide-react/icons/download'
import { useRef, useState } from 'react'
import type { EveryPage } from '../lib/everyPage'
import { exporting as words } from '../strings/exporting'
import { failed, told } from '../ui/UndoToast'

/** Writes all that a list would show, with its columns and in its order, to a CSV file, a page at a time. */
export function ExportButton<Row extends { id: string }>(props: {
  columns: { header: string; value: (row: Row) => unknown }[]
  /** All rows, a page at a time. */
  pages: (every: EveryPage) => AsyncIterable<Row[]>
  file: string
  /** So many of them, in words. */
  some: (count: number) => string
}) {
  const [read, setRead] = useState<number | null>(null)
  const stopped = useRef(false)
  const run = async () => {
    stopped.current = false
    setRead(0)
    try {
      const { exportCsv } = await import('../lib/exportCsv')
      const count = await exportCsv({
        name: props.file,
        columns: props.columns,
        pages: props.pages,
        onRead: setRead,
        isStopped: () => stopped.current,
      })
      if (count !== null) told(words.done(props.some(count)))
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

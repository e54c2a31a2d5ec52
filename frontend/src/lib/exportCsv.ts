import { csvLines, toCsv } from './csv'
import { download } from './download'
import { type EveryPage, everyPage } from './everyPage'
import { removeLeftFolders, takeFolder } from './pageDisk'
import { partedFile } from './partedFile'

const KEPT_MILLISECONDS = 10 * 60_000 // by when a browser has long copied the file to where people keep theirs

/** Rows for a CSV file, and who is told how it goes. */
export type CsvExport<Row> = {
  name: string
  columns: { header: string; value: (row: Row) => unknown }[]
  /** All rows, a page at a time. */
  pages: (every: EveryPage) => AsyncIterable<Row[]>
  /** Called with the number of rows written so far. */
  onRead: (count: number) => void
  /** Asked after each page. */
  isStopped: () => boolean
}

/**
 * Writes rows to a CSV file and hands it to the browser to keep; how many they are, or null if it was stopped. The file grows on
 * the browser's disk, so that a page of rows is all that is in memory.
 */
export async function exportCsv<Row extends { id: string }>(asked: CsvExport<Row>): Promise<number | null> {
  const { columns } = asked
  await removeLeftFolders().catch(() => {}) // what is still left is in nobody's way
  const file = partedFile(takeFolder)
  let isHandedOver = false
  try {
    await file.write(toCsv(['id', ...columns.map((each) => each.header)], []))
    let count = 0
    for await (const rows of asked.pages(everyPage)) {
      if (asked.isStopped()) return null
      await file.write(csvLines(rows.map((row) => [row.id, ...columns.map((each) => each.value(row))])))
      count += rows.length
      asked.onRead(count)
    }
    download(asked.name, await file.whole('text/csv'))
    isHandedOver = true
    setTimeout(file.discard, KEPT_MILLISECONDS)
    return count
  } finally {
    if (!isHandedOver) await file.discard()
  }
}

/** The words of a list that is taken along as a file. */
export const exporting = {
  button: 'Export',
  running: (read: number) => `Exporting… ${read.toLocaleString()}`,
  stop: 'Stop',
  done: (records: string) => `${records} written to the file`,
}

/** The words of lists. */
export const lists = {
  next: 'Next row',
  previous: 'Previous row',
  choose: 'Select the row',
  edit: 'Edit in place',
  editNext: 'Save, and edit the next field',
  open: 'Open',
  save: 'Save',
  connect: 'Connect Enginy',
  changed: (column: string, name: string) => `${column} of ${name} changed`,
  /** What happened that the rows do not show; nothing where nothing did. */
  news: (news: { arrived: number; gone: number; missed: boolean }) =>
    [
      news.arrived > 0 && `${news.arrived.toLocaleString()} new`,
      news.gone > 0 && `${news.gone.toLocaleString()} deleted`,
      news.missed && 'much has changed',
    ]
      .filter(Boolean)
      .join(', '),
  columns: {
    button: 'Columns',
    find: 'Find a column',
    shown: 'Shown, in this order',
    up: (column: string) => `Move ${column} to the left`,
    down: (column: string) => `Move ${column} to the right`,
    reset: 'Back to the usual ones',
  },
}

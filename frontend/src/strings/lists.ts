/** The words of lists. */
export const lists = {
  next: 'Next row',
  previous: 'Previous row',
  choose: 'Select the row',
  edit: 'Edit in place',
  open: 'Open',
  save: 'Save',
  columns: {
    button: 'Columns',
    find: 'Find a column',
    shown: 'Shown, in this order',
    up: (column: string) => `Move ${column} to the left`,
    down: (column: string) => `Move ${column} to the right`,
    reset: 'Back to the usual ones',
  },
}

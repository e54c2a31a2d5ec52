/** The words of lists. */
export const lists = {
  next: 'Next row',
  previous: 'Previous row',
  choose: 'Select the row',
  edit: 'Edit in place',
  open: 'Open',
  save: 'Save',
}

import { useCallback, useMemo, useState } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../../gql'
import { keep, kept } from '../../lib/kept'
import type { Column } from '../../ui/DataTable'
import { ContactCellEditor } from './ContactCellEditor'
import { COLUMNS, type ContactColumn, customColumn, USUAL } from './columns'
import type { ContactRow } from './contactRow'
import type { Edit } from './useContactEdits'

const CUSTOM_FIELDS = graphql(`
  query ContactCustomFields {
    customFieldDefinitions(entity: CONTACT, first: 200) { nodes { name label isHidden inferredType wishedType } }
  }
`)

const WIDTHS = 'contacts.widths'

/** The custom fields that contacts have, but those that are hidden. */
export function useCustomFields() {
  const [{ data }] = useQuery({ query: CUSTOM_FIELDS })
  return useMemo(() => (data?.customFieldDefinitions.nodes ?? []).filter((each) => !each.isHidden), [data])
}

/** The columns of the list: all there are, those that are shown, and as the table draws them. */
export function useColumns(
  chosen: string[] | null,
  mayWrite: boolean,
  edit: (row: ContactRow, column: string, edit: Edit) => void,
) {
  const fields = useCustomFields()
  const [widths, setState] = useState(() => kept<Record<string, number>>(WIDTHS) ?? {})
  const setWidths = useCallback((next: Record<string, number>) => {
    setState(next)
    keep(WIDTHS, next)
  }, [])

  const all = useMemo(() => [...COLUMNS, ...fields.map((each) => customColumn(each.name, each.label))], [fields])
  const ids = chosen ?? USUAL
  const shown = useMemo(() => {
    const known = new Map(all.map((each) => [each.id, each]))
    // The name comes first, whatever an address says: it is the way to the contact.
    return ['name', ...ids.filter((id) => id !== 'name')].flatMap((id) => known.get(id) ?? [])
  }, [all, ids])
  const drawn = useMemo(
    () => shown.map((each): Column<ContactRow> => ({ ...each, ...(mayWrite ? editorOf(each, edit) : {}) })),
    [shown, mayWrite, edit],
  )
  return { all, ids: shown.map((each) => each.id), shown, drawn, widths, setWidths }
}

function editorOf(
  column: ContactColumn,
  edit: (row: ContactRow, column: string, edit: Edit) => void,
): Pick<Column<ContactRow>, 'edit'> {
  const { editing } = column
  if (!editing) return {}
  return {
    edit: (row, done) => (
      <ContactCellEditor
        row={row}
        label={column.header}
        editing={editing}
        onSave={(each) => edit(row, column.header, each)}
        onDone={done}
      />
    ),
  }
}

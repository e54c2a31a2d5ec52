import { useClient } from 'urql'
import { ExportButton } from '../../crm/ExportButton'
import type { DealFilter, DealOrder } from '../../gql/graphql'
import { deals as words } from '../../strings/deals'
import { ColumnChooser } from '../../ui/ColumnChooser'
import type { Order } from '../../ui/DataTable'
import type { useColumnsKept } from '../../ui/useColumnsKept'
import { COLUMNS, type DealColumn } from './columns'
import { everyDeal } from './everyDeal'

/** What is done with the table of deals as a whole: its columns chosen, all of it taken along as CSV. */
export function DealTableTools(props: {
  columns: ReturnType<typeof useColumnsKept<DealColumn>>
  filter: DealFilter
  order: Order | null
  onColumns: (ids: string[] | null) => void
}) {
  const { columns, filter, order } = props
  const client = useClient()
  return (
    <>
      <ColumnChooser
        columns={COLUMNS}
        shown={columns.ids}
        onChange={(ids) => {
          columns.remember(ids)
          props.onColumns(ids)
        }}
      />
      <ExportButton
        columns={withCurrency(columns.shown)}
        pages={() => everyDeal(client, { filter, orderBy: order && [order as DealOrder] })}
        file={words.file}
        some={words.some}
      />
    </>
  )
}

/** In a file an amount says nothing without its currency. */
function withCurrency(shown: DealColumn[]): DealColumn[] {
  const currency = COLUMNS.find(({ id }) => id === 'currency')
  if (!currency || shown.includes(currency)) return shown
  return shown.flatMap((each) => (each.id === 'amount' ? [each, currency] : [each]))
}

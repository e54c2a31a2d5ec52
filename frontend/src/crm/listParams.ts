import type { Order } from '../ui/DataTable'

// How order and columns of a list stand in its address: `sort=NAME.desc`, `columns=name,owner`.

/** The order that an address tells. */
export function orderIn(params: URLSearchParams): Order | null {
  const [, field, direction] = (params.get('sort') ?? '').match(/^(.*?)(?:\.(asc|desc))?$/s) ?? []
  return field ? { field, direction: direction === 'desc' ? 'DESC' : 'ASC' } : null
}

/** An order as it stands in an address. */
export function orderText({ field, direction }: Order): string {
  return `${field}.${direction.toLowerCase()}`
}

/** The columns that an address tells; null where it leaves them to whoever reads it. */
export function columnsIn(params: URLSearchParams): string[] | null {
  const columns = params.get('columns')
  return columns ? columns.split(',').map(decodeURIComponent) : null
}

/** Columns as they stand in an address. */
export function columnsText(columns: string[]): string {
  return columns.map(encodeURIComponent).join(',')
}

import styles from './DataTable.module.css'

/** The cells of a line whose row is not there yet: bones, set by the `line` and as many as `columns`. */
export function WaitingCells(props: { line: number; columns: { id: string }[]; ticked: boolean }) {
  return (
    <>
      {props.ticked && <td />}
      {props.columns.map((column, place) => (
        <td key={column.id}>
          <i className={styles.bone} style={{ width: `${45 + ((props.line * 13 + place * 29) % 45)}%` }} />
        </td>
      ))}
      <td />
    </>
  )
}

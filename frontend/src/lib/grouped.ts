/** Things that stand beside one another and belong to the same group, with the place of the first of each. */
export function grouped<Row, Group>(rows: Row[], groupOf: (row: Row) => Group) {
  const groups: { group: Group; start: number; rows: Row[] }[] = []
  rows.forEach((row, place) => {
    const group = groupOf(row)
    const last = groups.at(-1)
    if (last && last.group === group) last.rows.push(row)
    else groups.push({ group, start: place, rows: [row] })
  })
  return groups
}

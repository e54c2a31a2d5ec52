import { ActionIcon, Avatar, Menu } from '@mantine/core'
import CalendarClock from 'lucide-react/icons/calendar-clock'
import Ellipsis from 'lucide-react/icons/ellipsis'
import { day } from '../../lib/times'
import { money } from '../../lib/values'
import { deals as words } from '../../strings/deals'
import { type Column, keyOf } from './board'
import styles from './DealCard.module.css'
import type { DealRow } from './dealRow'
import { isLate } from './late'

/** A deal on the board. */
export function DealCard(props: {
  deal: DealRow
  columns: Column[]
  mayWrite: boolean
  active: boolean
  onFocus: () => void
  onOpen: () => void
  onMove: (to: Column) => void
  onRemove: () => void
}) {
  const { deal, mayWrite, active } = props
  const with_ = deal.contact?.name ?? deal.company?.name
  const late = isLate(deal, new Date())
  return (
    <li
      className={styles.card}
      data-deal={deal.id}
      tabIndex={active ? 0 : -1}
      draggable={mayWrite}
      onFocus={props.onFocus}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', deal.id)
        event.dataTransfer.effectAllowed = 'move'
      }}
    >
      <div className={styles.top}>
        <button type="button" className={styles.name} tabIndex={-1} onClick={props.onOpen}>
          {deal.name}
        </button>
        {mayWrite && (
          <Menu width={190}>
            <Menu.Target>
              <ActionIcon size="sm" tabIndex={active ? 0 : -1} aria-label={words.menu(deal.name)}>
                <Ellipsis size={15} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={props.onOpen}>{words.edit}</Menu.Item>
              <Menu.Label>{words.moveTo}</Menu.Label>
              {props.columns
                .filter(({ key }) => key !== keyOf(deal))
                .map((each) => (
                  <Menu.Item key={each.key} onClick={() => props.onMove(each)}>
                    {each.status === 'LOST' ? words.lose : each.label}
                  </Menu.Item>
                ))}
              <Menu.Divider />
              <Menu.Item color="red" onClick={props.onRemove}>
                {words.remove}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      <div className={styles.amount}>{money(deal.amount, deal.currency)}</div>
      {with_ && <div className={styles.quiet}>{with_}</div>}
      {deal.status === 'LOST' && deal.lostReason && <div className={styles.quiet}>{deal.lostReason}</div>}
      <div className={styles.foot}>
        <span className={styles.date} data-late={late || undefined} title={late ? words.late : undefined}>
          {late && <CalendarClock size={13} role="img" aria-label={words.late} />}
          {deal.status !== 'OPEN' && deal.closedAt ? day(deal.closedAt) : deal.expectedClose && day(deal.expectedClose)}
        </span>
        {deal.owner && (
          <Avatar size={20} name={deal.owner.name} alt={deal.owner.name} title={deal.owner.name} color="gray" />
        )}
      </div>
    </li>
  )
}

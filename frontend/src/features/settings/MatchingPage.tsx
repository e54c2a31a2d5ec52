import { Button, NumberInput, Text } from '@mantine/core'
import { Link } from 'react-router'
import type { MatchKind } from '../../gql/graphql'
import { settings } from '../../strings/settings'
import { Panel, Panels } from '../../ui/Panel'
import { ConfigurationPart } from './ConfigurationPart'
import styles from './MatchingPage.module.css'
import { OrderedList } from './OrderedList'

const { matching: words } = settings
const CONTACT_KINDS: MatchKind[] = ['EMAIL', 'LINKEDIN', 'PHONE', 'EMAIL_COMPANY', 'NAME_COMPANY']
const COMPANY_KINDS: MatchKind[] = ['DOMAIN', 'LINKEDIN', 'NAME', 'DOMAIN_NAME']

/** By what records are found, in which order, and when a value is shared too widely to decide. */
export function MatchingPage() {
  return (
    <ConfigurationPart>
      {({ draft, change, mayChange }) => (
        <>
          <Panel
            title={words.title}
            hint={words.hint}
            actions={
              <Button component={Link} to="/sync/preview" variant="default">
                {words.preview}
              </Button>
            }
          >
            <div className={styles.orders}>
              <Order
                label={words.contacts}
                all={CONTACT_KINDS}
                order={draft.contactMatchOrder}
                onChange={(contactMatchOrder) => change({ contactMatchOrder })}
                mayChange={mayChange}
              />
              <Order
                label={words.companies}
                all={COMPANY_KINDS}
                order={draft.companyMatchOrder}
                onChange={(companyMatchOrder) => change({ companyMatchOrder })}
                mayChange={mayChange}
              />
            </div>
          </Panel>
          <Panels>
            <Panel title={words.shared} hint={words.sharedHint}>
              {!mayChange ? (
                draft.sharedLimit
              ) : (
                <NumberInput
                  aria-label={words.shared}
                  value={draft.sharedLimit}
                  min={1}
                  max={1000}
                  allowDecimal={false}
                  w={120}
                  onChange={(value) => typeof value === 'number' && change({ sharedLimit: value })}
                />
              )}
            </Panel>
            <Panel title={words.threshold} hint={words.thresholdHint}>
              {!mayChange ? (
                `${Math.round(draft.mappingThreshold * 100)} %`
              ) : (
                <NumberInput
                  aria-label={words.threshold}
                  value={Math.round(draft.mappingThreshold * 100)}
                  min={1}
                  max={100}
                  allowDecimal={false}
                  suffix=" %"
                  w={120}
                  onChange={(value) => typeof value === 'number' && change({ mappingThreshold: value / 100 })}
                />
              )}
            </Panel>
          </Panels>
        </>
      )}
    </ConfigurationPart>
  )
}

function Order(props: {
  label: string
  all: MatchKind[]
  order: readonly MatchKind[]
  onChange: (order: MatchKind[]) => void
  mayChange: boolean
}) {
  const { order } = props
  const unused = props.all.filter((kind) => !order.includes(kind))
  return (
    <section className={styles.order}>
      <h3 className={styles.title}>{props.label}</h3>
      <OrderedList
        label={props.label}
        entries={order}
        nameOf={(kind) => words.kinds[kind]}
        onChange={props.onChange}
        mayChange={props.mayChange}
        empty={words.none}
      >
        {(kind) => <span>{words.kinds[kind]}</span>}
      </OrderedList>
      {unused.length > 0 && (
        <div className={styles.unused}>
          <Text size="sm" c="dimmed">
            {words.off}
          </Text>
          {unused.map((kind) =>
            props.mayChange ? (
              <Button key={kind} variant="default" onClick={() => props.onChange([...order, kind])}>
                + {words.kinds[kind]}
              </Button>
            ) : (
              <span key={kind}>{words.kinds[kind]}</span>
            ),
          )}
        </div>
      )}
    </section>
  )
}

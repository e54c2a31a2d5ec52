import { Button, TextInput } from '@mantine/core'
import { settings } from '../../strings/settings'
import { Panel, Panels } from '../../ui/Panel'
import { ConfigurationPart } from './ConfigurationPart'
import { OrderedList } from './OrderedList'

const { sales: words } = settings

/** The stages that deals go through, and the currency they are summed up in. */
export function SalesPage() {
  return (
    <ConfigurationPart>
      {({ draft, change, mayChange }) => (
        <Panels>
          <Panel title={words.stages}>
            <OrderedList
              label={words.stages}
              entries={draft.dealStages}
              nameOf={(stage) => stage}
              onChange={(dealStages) => change({ dealStages })}
              mayChange={mayChange}
              empty=""
              least={1}
            >
              {(stage, place) =>
                mayChange ? (
                  <TextInput
                    aria-label={`${words.stageName} ${place + 1}`}
                    value={stage}
                    required
                    flex={1}
                    onChange={(event) => {
                      const { value } = event.currentTarget
                      change({ dealStages: draft.dealStages.map((each, at) => (at === place ? value : each)) })
                    }}
                  />
                ) : (
                  <span>{stage}</span>
                )
              }
            </OrderedList>
            {mayChange && (
              <Button
                variant="default"
                mt={8}
                ml={28}
                onClick={() => change({ dealStages: [...draft.dealStages, ''] })}
              >
                {words.newStage}
              </Button>
            )}
          </Panel>
          <Panel title={words.currency} hint={words.currencyHint}>
            {!mayChange ? (
              draft.baseCurrency
            ) : (
              <TextInput
                aria-label={words.currency}
                value={draft.baseCurrency}
                maxLength={3}
                minLength={3}
                required
                w={90}
                onChange={(event) => change({ baseCurrency: event.currentTarget.value.toUpperCase() })}
              />
            )}
          </Panel>
        </Panels>
      )}
    </ConfigurationPart>
  )
}

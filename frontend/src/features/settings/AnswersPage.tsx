import { Radio, Stack } from '@mantine/core'
import type { NullSafety, StaleCopies, WeakMatches } from '../../gql/graphql'
import { settings } from '../../strings/settings'
import { Code } from '../../ui/Code'
import { Panel, Panels } from '../../ui/Panel'
import styles from './AnswersPage.module.css'
import { ConfigurationPart } from './ConfigurationPart'
import { exampleAnswer, leftOut, SENT } from './exampleAnswer'
import { SyncBackList } from './SyncBackList'

const { answers: words } = settings

/** What Enginy is answered, and what is done so that nothing is lost by it, with an answer as it would be. */
export function AnswersPage() {
  return (
    <ConfigurationPart>
      {({ draft, change, mayChange }) => {
        const answer = exampleAnswer(draft.contactSyncBack, draft.nullSafety)
        const risky = leftOut(answer)
        return (
          <Panels>
            <Panel title={words.title} hint={words.hint}>
              <SyncBackList
                entity="CONTACT"
                label={words.contacts}
                properties={draft.contactSyncBack}
                onChange={(contactSyncBack) => change({ contactSyncBack })}
                mayChange={mayChange}
              />
              <SyncBackList
                entity="COMPANY"
                label={words.companies}
                properties={draft.companySyncBack}
                onChange={(companySyncBack) => change({ companySyncBack })}
                mayChange={mayChange}
              />
            </Panel>
            <Panel title={words.example} hint={words.exampleHint}>
              <Stack gap="xs">
                <h3 className={styles.title}>{words.sent}</h3>
                <Code text={JSON.stringify(SENT, null, 2)} what={words.sent} />
                <h3 className={styles.title}>{words.answered}</h3>
                <Code text={JSON.stringify({ properties: answer }, null, 2)} what={words.answered} />
                <p className={risky.length > 0 ? styles.risk : styles.safe} role="status">
                  {risky.length > 0 ? `${words.risk}${risky.join(', ')}.` : `${words.untouched}.`}
                </p>
              </Stack>
            </Panel>
            <Panel title={words.safetyTitle} wide>
              <div className={styles.choices}>
                <Choice
                  mayChange={mayChange}
                  label={words.nullSafety}
                  value={draft.nullSafety}
                  options={words.nullSafeties}
                  hints={words.nullSafetyHints}
                  onChange={(value) => change({ nullSafety: value as NullSafety })}
                />
                <Choice
                  mayChange={mayChange}
                  label={words.staleCopies}
                  value={draft.staleCopies}
                  options={words.staleCopiesOptions}
                  onChange={(value) => change({ staleCopies: value as StaleCopies })}
                />
                <Choice
                  mayChange={mayChange}
                  label={words.weakMatches}
                  value={draft.weakMatches}
                  options={words.weakMatchesOptions}
                  onChange={(value) => change({ weakMatches: value as WeakMatches })}
                />
              </div>
            </Panel>
          </Panels>
        )
      }}
    </ConfigurationPart>
  )
}

function Choice(props: {
  mayChange: boolean
  label: string
  value: string
  options: Record<string, string>
  hints?: Record<string, string>
  onChange: (value: string) => void
}) {
  if (!props.mayChange) {
    return (
      <section>
        <h3 className={styles.title}>{props.label}</h3>
        <p className={styles.chosen}>{props.options[props.value]}</p>
      </section>
    )
  }
  return (
    <Radio.Group label={props.label} value={props.value} onChange={props.onChange}>
      <Stack gap={8} mt={6}>
        {Object.entries(props.options).map(([value, label]) => (
          <Radio key={value} value={value} label={label} description={props.hints?.[value]} size="xs" />
        ))}
      </Stack>
    </Radio.Group>
  )
}

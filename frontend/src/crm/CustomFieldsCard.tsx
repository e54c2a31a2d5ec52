import { shown } from '../lib/values'
import { Card } from '../ui/Card'
import { EditableField } from '../ui/EditableField'
import { FieldHistory } from './FieldHistory'

/** The custom fields of a record, each to be edited in place, with where its value comes from; nothing where it has none. */
export function CustomFieldsCard(props: {
  recordId: string
  fields: readonly { key: string; value?: unknown }[]
  title: string
  edit: (label: string) => string
  onChange: ((key: string, value: unknown) => unknown) | undefined
}) {
  const { onChange } = props
  if (props.fields.length === 0) return null
  return (
    <Card title={props.title}>
      <dl style={{ margin: 0 }}>
        {props.fields.map(({ key, value }) => (
          <EditableField
            key={key}
            label={key}
            text={shown(value)}
            editLabel={props.edit(key)}
            onSave={onChange && ((text) => onChange(key, text.trim() === '' ? null : text))}
            aside={
              <FieldHistory
                recordId={props.recordId}
                field={key}
                label={key}
                onRestore={onChange && ((before) => onChange(key, before))}
              />
            }
          />
        ))}
      </dl>
    </Card>
  )
}

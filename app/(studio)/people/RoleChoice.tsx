import { useTranslations } from 'next-intl'
import { Role } from '#flows/release/permissions'
import { Checkbox } from '@/app/ui/Checkbox'

/** The roles, each with what it may do. */
export function RoleChoice({
  chosen,
  onChange,
  error,
}: {
  chosen: readonly Role[]
  onChange: (roles: Role[]) => void
  error?: string | undefined
}) {
  const t = useTranslations('people')
  const toggle = (role: Role) => onChange(chosen.includes(role) ? chosen.filter((each) => each !== role) : [...chosen, role])
  return (
    <fieldset>
      <legend className="mb-1 font-semibold text-hint">{t('column.roles')}</legend>
      {Role.options.map((role) => (
        <Checkbox key={role} checked={chosen.includes(role)} onChange={() => toggle(role)} hint={t(`duty.${role}`)}>
          {t(`role.${role}`)}
        </Checkbox>
      ))}
      {chosen.includes('admin') && chosen.length > 1 ? <p className="mt-1 text-hint text-warn">{t('adminSignsNothing')}</p> : null}
      {error ? (
        <p role="alert" className="mt-1 text-bad text-hint">
          {error}
        </p>
      ) : null}
    </fieldset>
  )
}

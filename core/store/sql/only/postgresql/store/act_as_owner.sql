-- Only PostgreSQL: whoever may act as the owner of a store that is there does so; everybody else stays who they are.
SELECT set_config('role', o.rolname, false)
FROM pg_class t
JOIN pg_namespace s ON s.oid = t.relnamespace
JOIN pg_roles o ON o.oid = t.relowner
WHERE s.nspname = 'public' AND t.relname = 'schema_migration' AND o.rolname = 'beback_owner'
  AND pg_has_role(session_user, o.oid, CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END)

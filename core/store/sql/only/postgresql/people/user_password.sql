-- Only PostgreSQL: a person is a role of the database too.
SELECT person_role(:login, :role, TRUE, :verifier)

-- Only PostgreSQL: a person is a role of the database too.
SELECT person_set(:login, :name, :role, CAST(:active AS BOOLEAN))

-- Only PostgreSQL: the guard. The key of a file of this person.
SELECT key, by_name, at, why, site FROM desk_key(:file)

-- Only PostgreSQL: the guard.
SELECT by_name, at, why, site, server_us FROM revoked_as(:origin)

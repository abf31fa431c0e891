-- Only PostgreSQL: the guard.
SELECT origin, login, name, station, events, seen_at, revoked, revoked_at, revoked_by, revoked_why, held FROM desks(CAST(:rooftop_id AS INTEGER))

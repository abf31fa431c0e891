-- Only PostgreSQL: the guard.
SELECT customer_id, lead_id, epoch, until, why, login
FROM check_out(:trip, CAST(:leads AS TEXT[]), CAST(:count AS INTEGER), CAST(:open AS TEXT[]), :lease)

-- Only PostgreSQL: the guard.
SELECT granted, login, lead_id, epoch, until, trip FROM claim_person(:customer_id, :lease)

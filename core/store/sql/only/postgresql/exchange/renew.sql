-- Only PostgreSQL: the guard.
SELECT renew(:customer_id, :epoch, :lease)

-- Only PostgreSQL: the derived rows of many people at once, as an administrator moves them in.
SELECT apply_rows(r.customer_id, CAST(:rooftop_id AS INTEGER), r.rows)
FROM jsonb_to_recordset(CAST(:rows AS JSONB)) AS r (customer_id TEXT, rows JSONB)

-- Only SQLite: a desk's own store. Who is along, in the order they were given.
SELECT customer_id, lead_id, epoch, brought FROM trip_lead WHERE trip_id = :trip ORDER BY place

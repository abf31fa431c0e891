SELECT kind, value, label FROM contact_point WHERE customer_id = :customer_id ORDER BY kind, value

DELETE FROM contact_point WHERE customer_id = :customer_id

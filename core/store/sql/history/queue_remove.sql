DELETE FROM queue WHERE customer_id = :customer_id

DELETE FROM search_doc WHERE customer_id = :customer_id

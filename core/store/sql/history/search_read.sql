SELECT body FROM search_doc WHERE customer_id = :customer_id

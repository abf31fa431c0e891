SELECT epoch FROM claim WHERE customer_id = :customer_id

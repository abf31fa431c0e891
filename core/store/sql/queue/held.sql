SELECT customer_id, lead_id, epoch, until
FROM claim
WHERE rooftop_id = :rooftop_id AND login = :login AND until > :now
ORDER BY since, customer_id

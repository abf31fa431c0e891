-- Every customer the history or a derived row knows, page by page.
SELECT customer_id FROM (
    SELECT customer_id FROM event WHERE rooftop_id = :rooftop_id
    UNION SELECT id FROM customer WHERE rooftop_id = :rooftop_id
    UNION SELECT customer_id FROM lead WHERE rooftop_id = :rooftop_id
    UNION SELECT customer_id FROM queue WHERE rooftop_id = :rooftop_id
    UNION SELECT customer_id FROM contact_point WHERE rooftop_id = :rooftop_id
    UNION SELECT customer_id FROM intake_key WHERE rooftop_id = :rooftop_id
    UNION SELECT customer_id FROM search_doc WHERE rooftop_id = :rooftop_id
) AS known
ORDER BY customer_id

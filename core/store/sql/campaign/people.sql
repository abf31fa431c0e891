SELECT customer_id, lead_id, place, day, state, why, event_id FROM campaign_person
WHERE rooftop_id = :rooftop_id AND campaign_id = :campaign_id
ORDER BY place

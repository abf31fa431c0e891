INSERT INTO campaign_person (rooftop_id, campaign_id, customer_id, lead_id, place, day, state, why, event_id)
VALUES (:rooftop_id, :campaign_id, :customer_id, :lead_id, :place, :day, :state, :why, :event_id)
ON CONFLICT (rooftop_id, campaign_id, customer_id) DO UPDATE SET lead_id = excluded.lead_id, place = excluded.place,
    day = excluded.day, state = excluded.state, why = excluded.why, event_id = excluded.event_id

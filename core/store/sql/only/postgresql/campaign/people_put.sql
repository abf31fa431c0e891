-- Only PostgreSQL: a JSON list is read differently. Many at once, so that a long line costs one round trip; :people holds lists of customer,
-- lead, place, day, state, why, event. Whoever a stop was quicker with is not put in any more.
INSERT INTO campaign_person (rooftop_id, campaign_id, customer_id, lead_id, place, day, state, why, event_id)
SELECT :rooftop_id, :campaign_id, p.value ->> 0, p.value ->> 1, (p.value ->> 2)::INTEGER, (p.value ->> 3)::INTEGER, p.value ->> 4, p.value ->> 5,
       p.value ->> 6
FROM jsonb_array_elements(CAST(:people AS JSONB)) AS p
ON CONFLICT (rooftop_id, campaign_id, customer_id) DO UPDATE SET state = excluded.state, why = excluded.why, event_id = excluded.event_id
WHERE campaign_person.state = 'waiting' OR excluded.state IN ('kept', 'back')

-- Only SQLite: a JSON list is read differently. Many at once, so that a long line costs one round trip; :people holds lists of customer,
-- lead, place, day, state, why, event. Whoever a stop was quicker with is not put in any more.
INSERT INTO campaign_person (rooftop_id, campaign_id, customer_id, lead_id, place, day, state, why, event_id)
SELECT :rooftop_id, :campaign_id, p.value ->> 0, p.value ->> 1, p.value ->> 2, p.value ->> 3, p.value ->> 4, p.value ->> 5, p.value ->> 6
FROM json_each(:people) AS p
WHERE true
ON CONFLICT (rooftop_id, campaign_id, customer_id) DO UPDATE SET state = excluded.state, why = excluded.why, event_id = excluded.event_id
WHERE campaign_person.state = 'waiting' OR excluded.state IN ('kept', 'back')

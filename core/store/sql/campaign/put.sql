-- A draft may become anything; what was started is only stopped, once. No row: somebody else started or stopped it meanwhile.
INSERT INTO campaign (rooftop_id, id, body, state, by_login, at, started_at)
VALUES (:rooftop_id, :id, :body, :state, :by_login, :at, :started_at)
ON CONFLICT (rooftop_id, id) DO UPDATE SET body = excluded.body, state = excluded.state, by_login = excluded.by_login,
    at = excluded.at, started_at = excluded.started_at
WHERE campaign.state = 'draft' OR (campaign.state = 'started' AND excluded.state = 'stopped')
RETURNING id

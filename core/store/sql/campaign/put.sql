-- A draft may become anything; what was started keeps its words and is only stopped, once. No row: somebody else started or stopped it
-- meanwhile.
INSERT INTO campaign (rooftop_id, id, body, state, by_login, at, started_at)
VALUES (:rooftop_id, :id, :body, :state, :by_login, :at, :started_at)
ON CONFLICT (rooftop_id, id) DO UPDATE SET
    body = CASE WHEN campaign.state = 'draft' THEN excluded.body ELSE campaign.body END,
    started_at = CASE WHEN campaign.state = 'draft' THEN excluded.started_at ELSE campaign.started_at END,
    state = excluded.state, by_login = excluded.by_login, at = excluded.at
WHERE campaign.state = 'draft' OR (campaign.state = 'started' AND excluded.state = 'stopped')
RETURNING id

-- Who is in front of somebody now, of those in a campaign.
SELECT k.customer_id
FROM campaign_person p
JOIN claim k ON k.customer_id = p.customer_id
WHERE p.rooftop_id = :rooftop_id AND p.campaign_id = :campaign_id AND k.until > :now

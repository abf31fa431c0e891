-- derived: what managers count of a lead, see core/history/lead_story.h. Empty until the person is worked out anew, which is done
-- when a newer program opens the store.
ALTER TABLE lead ADD COLUMN story TEXT NOT NULL DEFAULT '';
--;;
-- When the last of what the story tells happened.
ALTER TABLE lead ADD COLUMN story_at BIGINT NOT NULL DEFAULT 0;
--;;
-- What is counted are the leads that are open and those of whom something was heard lately: however long the history of the others.
-- Two indexes, each of its half, so that recording about an open lead moves no entry.
CREATE INDEX lead_open ON lead (rooftop_id) WHERE status = 'open';
--;;
CREATE INDEX lead_heard_of ON lead (rooftop_id, story_at) WHERE status <> 'open';

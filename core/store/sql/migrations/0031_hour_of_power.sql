-- When the Hour of Power is, by whom and since when: of the whole site, or of one person. What was so on a day stays known:
-- whether it was kept is worked out from the history and from this.
CREATE TABLE power_hour (
    rooftop_id INTEGER NOT NULL,
    login      TEXT NOT NULL,    -- empty: everybody at the site
    from_day   INTEGER NOT NULL, -- the first day it holds, by the site's clock: 20261116
    minute     INTEGER NOT NULL, -- of the day, at which it begins; -1: none from then on (a person's: the site's holds)
    set_by     TEXT NOT NULL,
    set_at     BIGINT NOT NULL,
    PRIMARY KEY (rooftop_id, login, from_day)
);
--;;
-- What was taken back, whoever took it back: few rows, asked for by time.
CREATE INDEX event_corrected ON event (rooftop_id, recorded_at) WHERE kind = 'corrected';

-- What managers look at again and again: a chart and what it is asked about, under a name all managers of the store read
-- (core/report/saved_view.h). It is no history, so only the newest of a name is kept.
CREATE TABLE saved_view (
    rooftop_id INTEGER NOT NULL,
    name       TEXT NOT NULL,
    chart      TEXT NOT NULL,   -- Chart::id
    filter     TEXT NOT NULL,   -- ChartFilter as JSON
    by_login   TEXT NOT NULL,   -- who saved it
    at         BIGINT NOT NULL, -- when
    PRIMARY KEY (rooftop_id, name)
);

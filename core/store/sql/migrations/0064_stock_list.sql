-- What a rooftop has to sell (core/stock/stock_list.h): the list it brought in last. It is no history, so only the newest is kept.
CREATE TABLE stock_list (
    rooftop_id INTEGER NOT NULL,
    version    INTEGER NOT NULL, -- from 1 on; counts the lists there were
    body       TEXT NOT NULL,    -- StockList::toJson
    by_login   TEXT NOT NULL,
    at         BIGINT NOT NULL,
    PRIMARY KEY (rooftop_id)
);

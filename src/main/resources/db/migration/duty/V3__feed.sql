-- 订阅: the secret addresses of calendar feeds, by their digests; one of each post.
CREATE TABLE duty.feed (
    county_id int         NOT NULL,
    post      text        NOT NULL,
    person    text        NOT NULL,
    digest    text        NOT NULL,
    since     timestamptz NOT NULL,
    PRIMARY KEY (county_id, post)
);

CREATE UNIQUE INDEX feed_by_digest ON duty.feed (county_id, digest);

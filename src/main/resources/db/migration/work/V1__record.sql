-- 工作纪实: a projection of the journal for lists and searches; it can be dropped and replayed.
CREATE TABLE work.record (
    county_id    int         NOT NULL,
    number       bigint      NOT NULL,
    record_type  text        NOT NULL,
    body         text        NOT NULL,
    occurred_on  date        NOT NULL,
    recorded_at  timestamptz NOT NULL,
    title        text        NOT NULL,
    corrections  int         NOT NULL,
    withdrawn_by bigint,
    PRIMARY KEY (county_id, number)
);

CREATE INDEX record_by_type ON work.record (county_id, record_type, occurred_on DESC, number DESC);
CREATE INDEX record_by_body ON work.record (county_id, body, occurred_on DESC, number DESC);

CREATE TABLE work.following (
    county_id int    NOT NULL,
    follower  bigint NOT NULL,
    followed  bigint NOT NULL,
    PRIMARY KEY (county_id, follower, followed)
);

CREATE INDEX following_by_followed ON work.following (county_id, followed, follower);

-- How far the projection has been carried along the journal.
CREATE TABLE work.progress (
    county_id int    NOT NULL,
    size      bigint NOT NULL,
    PRIMARY KEY (county_id)
);

GRANT USAGE ON SCHEMA work TO mingze_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON work.record, work.following, work.progress TO mingze_app;

-- 已送表单: the key of a form and the entry that it made, so that a second send records nothing.
CREATE SCHEMA IF NOT EXISTS duty;

CREATE TABLE duty.sent (
    county_id int         NOT NULL,
    send_key  text        NOT NULL,
    number    bigint      NOT NULL,
    sent_at   timestamptz NOT NULL,
    PRIMARY KEY (county_id, send_key)
);

CREATE INDEX sent_by_time ON duty.sent (county_id, sent_at);

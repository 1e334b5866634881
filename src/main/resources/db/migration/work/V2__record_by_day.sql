-- The whole list from near to far, and of it those recorded after their day.
CREATE INDEX record_by_day ON work.record (county_id, occurred_on DESC, number DESC);
CREATE INDEX record_late ON work.record (county_id, occurred_on DESC, number DESC)
    WHERE (recorded_at AT TIME ZONE 'Asia/Shanghai')::date > occurred_on;

-- Writes every result table as JSON lines, one directory a table, below the option results.path.
-- Part files are closed every second and become visible with the next checkpoint, or at the end of a replay.

CREATE TEMPORARY TABLE files_ticks (
  `contract` STRING,
  `trade_time` TIME(0),
  `price` BIGINT,
  `change_sign` STRING,
  `change` BIGINT,
  `change_rate` DECIMAL(18, 2),
  `day_open` BIGINT,
  `day_high` BIGINT,
  `day_low` BIGINT,
  `quantity` BIGINT,
  `cumulative_volume` BIGINT,
  `cumulative_value` BIGINT,
  `theoretical_price` DECIMAL(18, 2),
  `market_basis` DECIMAL(18, 2),
  `disparity` DECIMAL(18, 2),
  `near_leg_price` DECIMAL(18, 2),
  `far_leg_price` DECIMAL(18, 2),
  `calendar_spread` DECIMAL(18, 2),
  `open_interest` BIGINT,
  `open_interest_change_day` BIGINT,
  `open_time` TIME(0),
  `from_open_sign` STRING,
  `from_open` BIGINT,
  `high_time` TIME(0),
  `from_high_sign` STRING,
  `from_high` BIGINT,
  `low_time` TIME(0),
  `from_low_sign` STRING,
  `from_low` BIGINT,
  `buy_ratio` DECIMAL(18, 2),
  `execution_strength` DECIMAL(18, 2),
  `theoretical_gap` DECIMAL(18, 2),
  `open_interest_change` BIGINT,
  `theoretical_basis` DECIMAL(18, 2),
  `best_ask` BIGINT,
  `best_bid` BIGINT,
  `best_ask_size` BIGINT,
  `best_bid_size` BIGINT,
  `sell_trades` BIGINT,
  `buy_trades` BIGINT,
  `net_buy_trades` BIGINT,
  `cumulative_sell_volume` BIGINT,
  `cumulative_buy_volume` BIGINT,
  `total_ask_size` BIGINT,
  `total_bid_size` BIGINT,
  `volume_rate` DECIMAL(18, 2),
  `dynamic_upper_limit` BIGINT,
  `dynamic_lower_limit` BIGINT,
  `dynamic_limit_code` STRING,
  `event_time` TIMESTAMP_LTZ(3),
  `receive_time` TIMESTAMP_LTZ(3),
  `session` STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${results.path}/ticks',
  'format' = 'json',
  'json.timestamp-format.standard' = 'ISO-8601',
  'json.encode.decimal-as-plain-number' = 'true',
  'sink.rolling-policy.rollover-interval' = '1 s',
  'sink.rolling-policy.inactivity-interval' = '1 s',
  'sink.rolling-policy.check-interval' = '1 s'
);

INSERT INTO files_ticks SELECT * FROM ticks;

CREATE TEMPORARY TABLE files_bars (
  `contract` STRING,
  `window_start` TIMESTAMP_LTZ(3),
  `window_end` TIMESTAMP_LTZ(3),
  `trading_date` DATE,
  `trades` BIGINT,
  `open` BIGINT,
  `high` BIGINT,
  `low` BIGINT,
  `close` BIGINT,
  `price_change` BIGINT,
  `volume` BIGINT,
  `turnover` DECIMAL(20, 0),
  `vwap` DECIMAL(18, 4),
  `vwap_observed` DECIMAL(18, 4),
  `session_vwap` DECIMAL(18, 4),
  `missed_volume` BIGINT,
  `complete` BOOLEAN,
  `basis_open` DECIMAL(18, 2),
  `basis_high` DECIMAL(18, 2),
  `basis_low` DECIMAL(18, 2),
  `basis_close` DECIMAL(18, 2),
  `basis_mean` DECIMAL(18, 4),
  `basis_drift` DECIMAL(18, 2),
  `basis_slope` DECIMAL(18, 4),
  `theoretical_basis` DECIMAL(18, 2),
  `mispricing` DECIMAL(18, 2),
  `mispricing_mean` DECIMAL(18, 4),
  `disparity` DECIMAL(9, 2),
  `oi_open` BIGINT,
  `oi_close` BIGINT,
  `oi_change` BIGINT,
  `oi_change_day` BIGINT,
  `oi_signal` STRING,
  `buy_volume` BIGINT,
  `sell_volume` BIGINT,
  `best_ask` BIGINT,
  `best_bid` BIGINT,
  `basis_bp` DECIMAL(18, 4),
  `mispricing_bp` DECIMAL(18, 4),
  `implied_rate` DECIMAL(18, 4),
  `imbalance` DECIMAL(9, 6),
  `unsigned_volume` BIGINT
) WITH (
  'connector' = 'filesystem',
  'path' = '${results.path}/bars',
  'format' = 'json',
  'json.timestamp-format.standard' = 'ISO-8601',
  'json.encode.decimal-as-plain-number' = 'true',
  'sink.rolling-policy.rollover-interval' = '1 s',
  'sink.rolling-policy.inactivity-interval' = '1 s',
  'sink.rolling-policy.check-interval' = '1 s'
);

INSERT INTO files_bars SELECT * FROM bars;

CREATE TEMPORARY TABLE files_alerts (
  `alert_id` STRING,
  `rule` STRING,
  `contract` STRING,
  `state` STRING,
  `severity` STRING,
  `metric` STRING,
  `value` DECIMAL(24, 4),
  `threshold` DECIMAL(24, 4),
  `raised_at` TIMESTAMP_LTZ(3),
  `event_time` TIMESTAMP_LTZ(3),
  `message` STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${results.path}/alerts',
  'format' = 'json',
  'json.timestamp-format.standard' = 'ISO-8601',
  'json.encode.decimal-as-plain-number' = 'true',
  'sink.rolling-policy.rollover-interval' = '1 s',
  'sink.rolling-policy.inactivity-interval' = '1 s',
  'sink.rolling-policy.check-interval' = '1 s'
);

INSERT INTO files_alerts SELECT * FROM alerts;

CREATE TEMPORARY TABLE files_gaps (
  `contract` STRING,
  `trading_date` DATE,
  `from_volume` BIGINT,
  `to_volume` BIGINT,
  `missed_volume` BIGINT,
  `missed_value` BIGINT,
  `time_before` TIMESTAMP_LTZ(3),
  `time_after` TIMESTAMP_LTZ(3),
  `cause` STRING,
  `missed_price` DECIMAL(18, 4)
) WITH (
  'connector' = 'filesystem',
  'path' = '${results.path}/gaps',
  'format' = 'json',
  'json.timestamp-format.standard' = 'ISO-8601',
  'json.encode.decimal-as-plain-number' = 'true',
  'sink.rolling-policy.rollover-interval' = '1 s',
  'sink.rolling-policy.inactivity-interval' = '1 s',
  'sink.rolling-policy.check-interval' = '1 s'
);

INSERT INTO files_gaps SELECT * FROM gaps;

CREATE TEMPORARY TABLE files_late_ticks (
  `contract` STRING,
  `trade_time` TIME(0),
  `price` BIGINT,
  `change_sign` STRING,
  `change` BIGINT,
  `change_rate` DECIMAL(18, 2),
  `day_open` BIGINT,
  `day_high` BIGINT,
  `day_low` BIGINT,
  `quantity` BIGINT,
  `cumulative_volume` BIGINT,
  `cumulative_value` BIGINT,
  `theoretical_price` DECIMAL(18, 2),
  `market_basis` DECIMAL(18, 2),
  `disparity` DECIMAL(18, 2),
  `near_leg_price` DECIMAL(18, 2),
  `far_leg_price` DECIMAL(18, 2),
  `calendar_spread` DECIMAL(18, 2),
  `open_interest` BIGINT,
  `open_interest_change_day` BIGINT,
  `open_time` TIME(0),
  `from_open_sign` STRING,
  `from_open` BIGINT,
  `high_time` TIME(0),
  `from_high_sign` STRING,
  `from_high` BIGINT,
  `low_time` TIME(0),
  `from_low_sign` STRING,
  `from_low` BIGINT,
  `buy_ratio` DECIMAL(18, 2),
  `execution_strength` DECIMAL(18, 2),
  `theoretical_gap` DECIMAL(18, 2),
  `open_interest_change` BIGINT,
  `theoretical_basis` DECIMAL(18, 2),
  `best_ask` BIGINT,
  `best_bid` BIGINT,
  `best_ask_size` BIGINT,
  `best_bid_size` BIGINT,
  `sell_trades` BIGINT,
  `buy_trades` BIGINT,
  `net_buy_trades` BIGINT,
  `cumulative_sell_volume` BIGINT,
  `cumulative_buy_volume` BIGINT,
  `total_ask_size` BIGINT,
  `total_bid_size` BIGINT,
  `volume_rate` DECIMAL(18, 2),
  `dynamic_upper_limit` BIGINT,
  `dynamic_lower_limit` BIGINT,
  `dynamic_limit_code` STRING,
  `event_time` TIMESTAMP_LTZ(3),
  `receive_time` TIMESTAMP_LTZ(3),
  `session` STRING,
  `watermark` TIMESTAMP_LTZ(3)
) WITH (
  'connector' = 'filesystem',
  'path' = '${results.path}/late_ticks',
  'format' = 'json',
  'json.timestamp-format.standard' = 'ISO-8601',
  'json.encode.decimal-as-plain-number' = 'true',
  'sink.rolling-policy.rollover-interval' = '1 s',
  'sink.rolling-policy.inactivity-interval' = '1 s',
  'sink.rolling-policy.check-interval' = '1 s'
);

INSERT INTO files_late_ticks SELECT * FROM late_ticks;

CREATE TEMPORARY TABLE files_rejected_frames (
  `receive_time` TIMESTAMP_LTZ(3),
  `session` STRING,
  `reason` STRING,
  `detail` STRING,
  `frame` STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${results.path}/rejected_frames',
  'format' = 'json',
  'json.timestamp-format.standard' = 'ISO-8601',
  'json.encode.decimal-as-plain-number' = 'true',
  'sink.rolling-policy.rollover-interval' = '1 s',
  'sink.rolling-policy.inactivity-interval' = '1 s',
  'sink.rolling-policy.check-interval' = '1 s'
);

INSERT INTO files_rejected_frames SELECT * FROM rejected_frames;

CREATE TEMPORARY TABLE files_feed_events (
  `event_time` TIMESTAMP_LTZ(3),
  `session` STRING,
  `kind` STRING,
  `contract` STRING,
  `code` STRING,
  `detail` STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${results.path}/feed_events',
  'format' = 'json',
  'json.timestamp-format.standard' = 'ISO-8601',
  'json.encode.decimal-as-plain-number' = 'true',
  'sink.rolling-policy.rollover-interval' = '1 s',
  'sink.rolling-policy.inactivity-interval' = '1 s',
  'sink.rolling-policy.check-interval' = '1 s'
);

INSERT INTO files_feed_events SELECT * FROM feed_events;

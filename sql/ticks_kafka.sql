-- Frames in a Kafka topic (captured lines or raw frames, key = contract) as the table ticks.
-- Change topic and servers. Any number of queries may read it at once, from its beginning on.

SET 'table.local-time-zone' = 'Asia/Seoul';

-- One partition is enough for 41 contracts and more; capture makes the topic so. Of several every one must go on
-- receiving trades: windows close when all have passed their end. SET 'table.exec.source.idle-timeout' = '10 s' leaves
-- out one that rests, at a price: what it brings when it goes on can be late, and windows drop late rows silently.

CREATE TABLE ticks (
  `contract`                 STRING,          -- FUTS_SHRN_ISCD: contract short code, as subscribed
  `trade_time`               TIME(0),         -- BSOP_HOUR: trade time, KST, no date
  `price`                    BIGINT,          -- STCK_PRPR: trade price of the future, won per share
  `change_sign`              STRING,          -- PRDY_VRSS_SIGN: 1 upper limit, 2 up, 3 unchanged, 4 lower limit, 5 down
  `change`                   BIGINT,          -- PRDY_VRSS: price minus previous close, won, signed
  `change_rate`              DECIMAL(18, 2),  -- FUTS_PRDY_CTRT: price minus previous close, percent
  `day_open`                 BIGINT,          -- STCK_OPRC: open of the day, won
  `day_high`                 BIGINT,          -- STCK_HGPR: high of the day, won
  `day_low`                  BIGINT,          -- STCK_LWPR: low of the day, won
  `quantity`                 BIGINT,          -- LAST_CNQN: contracts of this trade
  `cumulative_volume`        BIGINT,          -- ACML_VOL: contracts traded today, cumulative
  `cumulative_value`         BIGINT,          -- ACML_TR_PBMN: value traded today, won, cumulative
  `theoretical_price`        DECIMAL(18, 2),  -- HTS_THPR: theoretical (cost-of-carry) price, won
  `market_basis`             DECIMAL(18, 2),  -- MRKT_BASIS: futures price minus underlying price, won
  `disparity`                DECIMAL(18, 2),  -- DPRT: (price - theoretical) / theoretical, percent
  `near_leg_price`           DECIMAL(18, 2),  -- NMSC_FCTN_STPL_PRC: near leg price of a spread, won, 0.00 for outrights
  `far_leg_price`            DECIMAL(18, 2),  -- FMSC_FCTN_STPL_PRC: far leg price of a spread, won, 0.00 for outrights
  `calendar_spread`          DECIMAL(18, 2),  -- SPEAD_PRC: inter-month price difference, won, sign unconfirmed
  `open_interest`            BIGINT,          -- HTS_OTST_STPL_QTY: open interest, contracts
  `open_interest_change_day` BIGINT,          -- OTST_STPL_QTY_ICDC: open-interest change versus the previous day, contracts
  `open_time`                TIME(0),         -- OPRC_HOUR: time of the day's open, 000000 is null
  `from_open_sign`           STRING,          -- OPRC_VRSS_PRPR_SIGN: sign of from_open
  `from_open`                BIGINT,          -- OPRC_VRSS_PRPR: price minus the day's open, won
  `high_time`                TIME(0),         -- HGPR_HOUR: time of the day's high, 000000 is null
  `from_high_sign`           STRING,          -- HGPR_VRSS_PRPR_SIGN: sign of from_high
  `from_high`                BIGINT,          -- HGPR_VRSS_PRPR: price minus the day's high, won
  `low_time`                 TIME(0),         -- LWPR_HOUR: time of the day's low, 000000 is null
  `from_low_sign`            STRING,          -- LWPR_VRSS_PRPR_SIGN: sign of from_low
  `from_low`                 BIGINT,          -- LWPR_VRSS_PRPR: price minus the day's low, won
  `buy_ratio`                DECIMAL(18, 2),  -- SHNU_RATE: buyer-initiated share of volume, 0..1
  `execution_strength`       DECIMAL(18, 2),  -- CTTR: buyer- over seller-initiated contracts, percent
  `theoretical_gap`          DECIMAL(18, 2),  -- ESDG: price minus theoretical price, won
  `open_interest_change`     BIGINT,          -- OTST_STPL_RGBF_QTY_ICDC: open-interest change versus the preceding value, contracts
  `theoretical_basis`        DECIMAL(18, 2),  -- THPR_BASIS: theoretical price minus underlying price, won
  `best_ask`                 BIGINT,          -- ASKP1: best ask, won, 0 means none
  `best_bid`                 BIGINT,          -- BIDP1: best bid, won, 0 means none
  `best_ask_size`            BIGINT,          -- ASKP_RSQN1: size at the best ask, contracts
  `best_bid_size`            BIGINT,          -- BIDP_RSQN1: size at the best bid, contracts
  `sell_trades`              BIGINT,          -- SELN_CNTG_CSNU: seller-initiated trades today
  `buy_trades`               BIGINT,          -- SHNU_CNTG_CSNU: buyer-initiated trades today
  `net_buy_trades`           BIGINT,          -- NTBY_CNTG_CSNU: buyer- minus seller-initiated trades today
  `cumulative_sell_volume`   BIGINT,          -- SELN_CNTG_SMTN: seller-initiated contracts today
  `cumulative_buy_volume`    BIGINT,          -- SHNU_CNTG_SMTN: buyer-initiated contracts today
  `total_ask_size`           BIGINT,          -- TOTAL_ASKP_RSQN: total ask size of the book, contracts
  `total_bid_size`           BIGINT,          -- TOTAL_BIDP_RSQN: total bid size of the book, contracts
  `volume_rate`              DECIMAL(18, 2),  -- PRDY_VOL_VRSS_ACML_VOL_RATE: today's volume over the previous day's, percent
  `dynamic_upper_limit`      BIGINT,          -- DYNM_MXPR: real-time upper price limit, won, 0 means none
  `dynamic_lower_limit`      BIGINT,          -- DYNM_LLAM: real-time lower price limit, won, 0 means none
  `dynamic_limit_code`       STRING,          -- DYNM_PRC_LIMT_YN: digit code of the dynamic price limit
  `event_time`               TIMESTAMP_LTZ(3), -- trading date and trade time
  `receive_time`             TIMESTAMP_LTZ(3), -- when the frame arrived
  `session`                  STRING,          -- the session that carried it
  WATERMARK FOR `event_time` AS `event_time` - INTERVAL '2' SECOND
) WITH (
  'connector' = 'kafka',
  'topic' = 'kis.frames',
  'properties.bootstrap.servers' = 'localhost:9092',
  'scan.startup.mode' = 'earliest-offset',
  'scan.parallelism' = '1', -- a reader without a partition would hold up the windows for ever
  'format' = 'kis',
  'kis.ignore-parse-errors' = 'true' -- a faulty frame is left out instead of failing the query
);

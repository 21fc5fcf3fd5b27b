package io.github.kisfutures.job;

import io.github.kisfutures.analytics.alerts.Alert;
import io.github.kisfutures.analytics.bars.Bar;
import io.github.kisfutures.analytics.bars.LateTrade;
import io.github.kisfutures.analytics.continuity.Gap;
import io.github.kisfutures.feed.FeedEvent;
import io.github.kisfutures.market.StockFuturesTrade;
import io.github.kisfutures.source.RejectedFrame;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * The results of the topology, one stream a table ({@code docs/results.md}).
 *
 * @param ticks every trade once, late ones included
 * @param bars one per contract and window
 * @param alerts what begins and ends of alerts
 * @param gaps measured losses
 * @param lateTicks trades behind the watermark of a closed window
 * @param rejectedFrames frames that could not be decoded
 * @param feedEvents what happened to the sessions and to the alert rules
 */
public record JobStreams(
    DataStream<StockFuturesTrade> ticks,
    DataStream<Bar> bars,
    DataStream<Alert> alerts,
    DataStream<Gap> gaps,
    DataStream<LateTrade> lateTicks,
    DataStream<RejectedFrame> rejectedFrames,
    DataStream<FeedEvent> feedEvents) {}

package io.github.kisfutures.job.capture;

import io.github.kisfutures.job.FeedCount;
import io.github.kisfutures.job.options.JobSettings;
import io.github.kisfutures.source.FeedTypes;
import io.github.kisfutures.source.FrameDeserializer;
import io.github.kisfutures.source.KisSource;
import io.github.kisfutures.source.capture.SessionNote;
import io.github.kisfutures.source.enumerator.SessionPlan;
import io.github.kisfutures.source.reader.LiveSessions;
import io.github.kisfutures.wire.ReceivedFrame;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A tiny job: the feed's raw frames into files of a directory, or into a Kafka topic. */
public final class CaptureJob {
  private CaptureJob() {}

  /**
   * Defines the job; {@code env.execute} runs it.
   *
   * @param target where the frames go
   */
  public static void define(
      StreamExecutionEnvironment env,
      JobSettings settings,
      SessionPlan plan,
      CaptureTarget target) {
    KisSource<ReceivedFrame> source =
        new KisSource<>(
            plan,
            new LiveSessions(settings.feed(), settings.credentials()),
            target instanceof CaptureTarget.Files ? new NotedFrames() : new FrameDeserializer());
    DataStream<ReceivedFrame> frames =
        env.fromSource(source, WatermarkStrategy.noWatermarks(), "KIS feed")
            .setParallelism(Math.min(source.sessions(), env.getParallelism()))
            .uid("kis-feed")
            .map(new CountFrames())
            .returns(FeedTypes.FRAME)
            .setParallelism(1)
            .name("count")
            .uid("count");
    if (target instanceof CaptureTarget.Files files) {
      frames
          .sinkTo(new CaptureSink(files.directory().toString(), files.gzip()))
          .setParallelism(1) // one file at a time keeps the order of arrival
          .name("captured frames")
          .uid("captured-frames");
    } else if (target instanceof CaptureTarget.Topic topic) {
      frames
          .flatMap(new CaptureTopic.ByContract())
          .returns(Types.TUPLE(Types.STRING, FeedTypes.FRAME))
          .setParallelism(1)
          .name("by contract")
          .uid("by-contract")
          .sinkTo(CaptureTopic.sink(topic))
          .setParallelism(1) // one producer keeps the order of arrival
          .name("captured records")
          .uid("captured-records");
    }
  }

  private static final class CountFrames extends RichMapFunction<ReceivedFrame, ReceivedFrame> {
    private static final long serialVersionUID = 1L;

    private transient LongCounter frames;

    @Override
    public void open(OpenContext context) {
      frames = FeedCount.FRAMES.register(getRuntimeContext());
    }

    @Override
    public ReceivedFrame map(ReceivedFrame frame) {
      if (!SessionNote.isNote(frame.text())) {
        frames.add(1);
      }
      return frame;
    }
  }
}

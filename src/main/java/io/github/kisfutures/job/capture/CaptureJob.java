package io.github.kisfutures.job.capture;

import io.github.kisfutures.job.FeedCount;
import io.github.kisfutures.job.options.JobSettings;
import io.github.kisfutures.source.FeedTypes;
import io.github.kisfutures.source.FeedWatermarks;
import io.github.kisfutures.source.FrameDeserializer;
import io.github.kisfutures.source.KisSource;
import io.github.kisfutures.source.SystemClock;
import io.github.kisfutures.source.enumerator.SessionPlan;
import io.github.kisfutures.source.reader.LiveSessions;
import io.github.kisfutures.wire.ReceivedFrame;
import java.nio.file.Path;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A job of two operators: the feed's raw frames into files of a directory. */
public final class CaptureJob {
  private CaptureJob() {}

  /**
   * Defines the job; {@code env.execute} runs it.
   *
   * @param directory where the files go; made if missing
   * @param gzip whether the files are packed
   */
  public static void define(
      StreamExecutionEnvironment env,
      JobSettings settings,
      SessionPlan plan,
      Path directory,
      boolean gzip) {
    FrameDeserializer deserializer = new FrameDeserializer();
    KisSource<ReceivedFrame> source =
        new KisSource<>(
            plan, new LiveSessions(settings.feed(), settings.credentials()), deserializer);
    FeedWatermarks<ReceivedFrame> watermarks =
        FeedWatermarks.live(
            deserializer, settings.maxOutOfOrderness(), settings.maxFeedDelay(), new SystemClock());
    env.fromSource(source, watermarks, "KIS feed")
        .setParallelism(Math.min(source.sessions(), env.getParallelism()))
        .uid("kis-feed")
        .map(new CountFrames())
        .returns(FeedTypes.FRAME)
        .setParallelism(1)
        .name("count")
        .uid("count")
        .sinkTo(new CaptureSink(directory.toString(), gzip))
        .setParallelism(1) // one file at a time keeps the order of arrival
        .name("captured frames")
        .uid("captured-frames");
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
      frames.add(1);
      return frame;
    }
  }
}

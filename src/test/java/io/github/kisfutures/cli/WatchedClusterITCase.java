package io.github.kisfutures.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kisfutures.Eventually;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever kills a task or its TaskManager, the job goes on; when the JobManager dies, it fails.
 */
@Timeout(120)
class WatchedClusterITCase {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Configuration CONFIGURATION =
      Configuration.fromMap(
          Map.of(
              "rest.bind-port", "0",
              "heartbeat.interval", "1 s",
              "execution.checkpointing.interval", "100 ms",
              "restart-strategy.type", "fixed-delay",
              "restart-strategy.fixed-delay.attempts", "1000",
              "restart-strategy.fixed-delay.delay", "100 ms"));

  private static final WatchedCluster CLUSTER = cluster();
  private static CompletableFuture<JobResult> result = new CompletableFuture<>();

  /** What strikes a task. */
  enum Fault {
    /** First, while it still is the cluster's first. */
    TASK_MANAGER_TERMINATED,
    ERROR,
    OUT_OF_MEMORY,
    EXCEPTION_WHEN_CLOSED,
    ERROR_WHEN_CLOSED;

    static final AtomicReference<Fault> ARMED = new AtomicReference<>();
    static volatile boolean closing;

    /** Kills the task that comes here, once. */
    static void strike() {
      Fault armed = ARMED.getAndSet(null);
      if (armed == null) {
        return;
      }
      closing = armed == EXCEPTION_WHEN_CLOSED || armed == ERROR_WHEN_CLOSED;
      switch (armed) {
        case ERROR -> throw new AssertionError("scripted");
        case OUT_OF_MEMORY -> throw new OutOfMemoryError("scripted");
        case ERROR_WHEN_CLOSED -> throw new AssertionError("scripted, and another when closed");
        case EXCEPTION_WHEN_CLOSED -> throw new IllegalStateException("scripted, and when closed");
        case TASK_MANAGER_TERMINATED -> CLUSTER.terminateTaskManager(0);
      }
    }
  }

  /** Lets numbers pass at a pace, and stands for any operator that may be struck. */
  private static final class Passage extends RichMapFunction<Long, Long> {
    private static final long serialVersionUID = 1L;
    private static final long PACE_NANOS = 1_000_000;
    private static volatile long opened;
    private static volatile long first;
    private static volatile long last;
    private transient boolean begun;

    @Override
    @SuppressWarnings("NonAtomicOperationOnVolatileField") // one task at a time
    public void open(OpenContext context) {
      opened++;
    }

    @Override
    public Long map(Long number) {
      if (!begun) {
        first = number;
        begun = true;
      }
      last = number;
      LockSupport.parkNanos(PACE_NANOS);
      Fault.strike();
      return number;
    }

    @Override
    public void close() {
      if (Fault.closing) {
        Fault.closing = false;
        throw new AssertionError("scripted, when closed");
      }
    }
  }

  private static WatchedCluster cluster() {
    return new WatchedCluster(
        new MiniClusterConfiguration.Builder()
            .setConfiguration(CONFIGURATION)
            .setNumTaskManagers(1)
            .setNumSlotsPerTaskManager(1)
            .build());
  }

  private static JobGraph job() {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(CONFIGURATION);
    env.setParallelism(1);
    env.fromSequence(1, Long.MAX_VALUE).map(new Passage()).sinkTo(new DiscardingSink<>());
    return env.getStreamGraph().getJobGraph();
  }

  @BeforeAll
  static void start() throws Exception {
    CLUSTER.start();
    result = result(CLUSTER);
  }

  private static CompletableFuture<JobResult> result(WatchedCluster cluster) {
    return cluster.requestJobResult(cluster.submitJob(job()).join().getJobID());
  }

  @AfterAll
  static void stop() throws Exception {
    CLUSTER.close();
  }

  @ParameterizedTest
  @EnumSource
  void theJobGoesOnFromItsLastCheckpoint(Fault fault) {
    long before = Passage.last;
    Eventually.await("some checkpoints", PATIENCE, () -> Passage.last > before + 1000);
    long opened = Passage.opened;
    long reached = Passage.last;

    Fault.ARMED.set(fault);

    Eventually.await("opened anew", PATIENCE, () -> Passage.opened > opened);
    Eventually.await("goes on", PATIENCE, () -> Passage.last > reached + 500);
    assertThat(Passage.first).as("not from the beginning").isGreaterThan(1);
    assertThat(result).isNotDone();
  }

  @Test
  void aJobManagerThatFailsEndsTheJobAndSaysWhy() throws Exception {
    WatchedCluster dying = cluster();
    dying.start();
    CompletableFuture<JobResult> of = result(dying);

    dying.jobManagerFailed(new IllegalStateException("the dispatcher is gone"));

    assertThatThrownBy(() -> of.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
        .rootCause()
        .isInstanceOf(ClusterFailedException.class)
        .hasMessageContaining("the embedded Flink cluster has failed")
        .hasMessageContaining("the dispatcher is gone");
    dying.closeAsync().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    assertThat(dying.isRunning()).isFalse();
  }

  @Test
  void aClusterThatIsShutDownEndsTheJob() throws Exception {
    WatchedCluster closed = cluster();
    closed.start();
    CompletableFuture<JobResult> of = result(closed);

    closed.close();

    assertThatThrownBy(() -> of.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
        .rootCause()
        .hasMessage("the embedded Flink cluster was shut down");
  }
}

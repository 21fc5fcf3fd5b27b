package io.github.kisfutures.cli;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.blob.BlobServer;
import org.apache.flink.runtime.entrypoint.component.DispatcherResourceManagerComponent;
import org.apache.flink.runtime.heartbeat.HeartbeatServices;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.metrics.MetricRegistry;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.rpc.FatalErrorHandler;
import org.apache.flink.runtime.security.token.DelegationTokenManager;
import org.apache.flink.runtime.webmonitor.retriever.MetricQueryServiceRetriever;

/**
 * Flink's cluster in one JVM, which never stays half dead. Flink ends its TaskManager on an error
 * that it calls fatal, as one thrown while a sink is closed, and leaves it to somebody else to
 * start another: here this does. When the JobManager dies, its job fails, so that the command ends.
 */
final class WatchedCluster extends MiniCluster {
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration ANSWER = Duration.ofMinutes(1);
  private static final Duration CLOSING = Duration.ofSeconds(10);

  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(WatchedCluster::thread);
  private final TaskManagerCount taskManagers;

  /** Fails when the cluster ends, whatever the cause. */
  private final CompletableFuture<JobResult> end = new CompletableFuture<>();

  WatchedCluster(MiniClusterConfiguration configuration) {
    super(configuration);
    this.taskManagers = new TaskManagerCount(configuration.getNumTaskManagers());
  }

  private static Thread thread(Runnable look) {
    Thread thread = new Thread(look, "cluster-watch");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void start() throws Exception {
    super.start();
    OnExit.Step onExit = OnExit.add(this::closeAndWait);
    end.whenComplete((job, ended) -> closeAsync().whenComplete((done, thrown) -> onExit.close()));
    watch.scheduleWithFixedDelay(
        this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      int connected =
          getResourceOverview().get(ANSWER.toSeconds(), TimeUnit.SECONDS).getNumberTaskManagers();
      for (int missing = taskManagers.missing(connected); missing > 0 && isRunning(); missing--) {
        startTaskManager();
        System.err.println(
            "kis-futures: the embedded TaskManager has died; another one goes on from the last checkpoint");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException e) {
      fail("has not answered for " + ANSWER.toSeconds() + " seconds");
    } catch (ExecutionException | IllegalStateException e) {
      // it is closing, or its ResourceManager is only starting: the next look will tell
    } catch (Exception | Error e) {
      fail("could not start another TaskManager for one that has died: " + FailureMessage.of(e));
    }
  }

  /** What the JobManager, or what belongs to it, calls fatal. */
  void jobManagerFailed(Throwable thrown) {
    fail("has failed: " + FailureMessage.of(thrown));
  }

  private void fail(String how) {
    end.completeExceptionally(new ClusterFailedException("the embedded Flink cluster " + how));
  }

  /** As the JobManager's part of the cluster is made; what it calls fatal ends the cluster. */
  @Override
  protected Collection<? extends DispatcherResourceManagerComponent>
      createDispatcherResourceManagerComponents(
          Configuration configuration,
          RpcServiceFactory rpc,
          BlobServer blobs,
          HeartbeatServices heartbeats,
          DelegationTokenManager tokens,
          MetricRegistry metrics,
          MetricQueryServiceRetriever queries,
          FatalErrorHandler closing)
          throws Exception {
    FatalErrorHandler telling =
        thrown -> {
          jobManagerFailed(thrown);
          closing.onFatalError(thrown);
        };
    return super.createDispatcherResourceManagerComponents(
        configuration, rpc, blobs, heartbeats, tokens, metrics, queries, telling);
  }

  /** Of a cluster that ends before the job it is a failure that says why. */
  @Override
  public CompletableFuture<JobResult> requestJobResult(JobID job) {
    CompletableFuture<JobResult> result = super.requestJobResult(job);
    end.whenComplete((none, why) -> result.completeExceptionally(why));
    return result;
  }

  @Override
  public CompletableFuture<Void> closeAsync() {
    fail("was shut down");
    watch.shutdown();
    return super.closeAsync();
  }

  /** Its files are gone then, and its threads, which would complain of that. */
  private void closeAndWait() {
    try {
      closeAsync().get(CLOSING.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      System.err.println("kis-futures: the cluster did not close: " + FailureMessage.of(e));
    }
  }
}

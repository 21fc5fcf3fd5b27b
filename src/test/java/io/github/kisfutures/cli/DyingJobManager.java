package io.github.kisfutures.cli;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.highavailability.HighAvailabilityServices;
import org.apache.flink.runtime.highavailability.HighAvailabilityServicesFactory;
import org.apache.flink.runtime.highavailability.nonha.embedded.EmbeddedHaServices;
import org.apache.flink.runtime.leaderelection.LeaderContender;
import org.apache.flink.runtime.leaderelection.LeaderElection;

/** A cluster, by {@code high-availability.type}, whose JobManager dies soon after its start. */
public final class DyingJobManager implements HighAvailabilityServicesFactory {
  private static final long LIFE_SECONDS = 8;

  @Override
  public HighAvailabilityServices createHAServices(Configuration configuration, Executor executor) {
    return new EmbeddedHaServices(executor) {
      @Override
      public LeaderElection getDispatcherLeaderElection() {
        return new Dying(super.getDispatcherLeaderElection());
      }
    };
  }

  private record Dying(LeaderElection election) implements LeaderElection {
    @Override
    public void startLeaderElection(LeaderContender contender) throws Exception {
      election.startLeaderElection(contender);
      CompletableFuture.delayedExecutor(LIFE_SECONDS, TimeUnit.SECONDS)
          .execute(() -> contender.handleError(new IllegalStateException("its lease is lost")));
    }

    @Override
    public CompletableFuture<Void> confirmLeadershipAsync(UUID session, String address) {
      return election.confirmLeadershipAsync(session, address);
    }

    @Override
    public CompletableFuture<Boolean> hasLeadershipAsync(UUID session) {
      return election.hasLeadershipAsync(session);
    }

    @Override
    public void close() throws Exception {
      election.close();
    }
  }
}

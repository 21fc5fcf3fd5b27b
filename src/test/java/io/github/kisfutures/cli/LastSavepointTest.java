package io.github.kisfutures.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LastSavepointTest {
  private final List<String> calls = new ArrayList<>();

  /** A client of a job of which no savepoint can be taken. */
  private JobClient restarting() {
    return (JobClient)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {JobClient.class},
            (proxy, method, arguments) -> {
              calls.add(method.getName());
              return method.getName().equals("cancel")
                  ? CompletableFuture.completedFuture(null)
                  : CompletableFuture.failedFuture(new IllegalStateException("restarting"));
            });
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aJobOfWhichNoneCanBeTakenIsCancelled(boolean kept) throws Exception {
    new LastSavepoint(kept ? Optional.of("file:///savepoints") : Optional.empty())
        .stop(restarting());

    assertThat(calls).containsExactly("stopWithSavepoint", "cancel");
  }

  @Test
  void isKeptWhereTheUserHasSaidWhere() {
    Configuration user = new Configuration();
    assertThat(LastSavepoint.of(user).directory()).isEmpty();

    user.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, "file:///checkpoints");
    assertThat(LastSavepoint.of(user).directory()).hasValue("file:///checkpoints");

    user.set(CheckpointingOptions.SAVEPOINT_DIRECTORY, "file:///savepoints");
    assertThat(LastSavepoint.of(user).directory()).hasValue("file:///savepoints");
  }
}

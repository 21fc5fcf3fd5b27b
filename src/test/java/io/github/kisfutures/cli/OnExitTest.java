package io.github.kisfutures.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnExitTest {
  private final List<String> ended = new ArrayList<>();

  @Test
  void endsTheLastBegunFirstEachOnceAndWhatHasEndedNot() {
    OnExit.add(() -> ended.add("directory"));
    OnExit.Step closed = OnExit.add(() -> ended.add("closed before"));
    OnExit.add(() -> ended.add("cluster"));
    OnExit.add(
        () -> {
          ended.add("job");
          throw new IllegalStateException("does not stop the others");
        });
    closed.close();

    OnExit.run();
    OnExit.run();

    assertThat(ended).containsExactly("job", "cluster", "directory");
  }
}

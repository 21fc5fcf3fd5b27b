package io.github.kisfutures.cli;

import java.util.stream.Stream;
import org.apache.flink.client.deployment.executors.LocalExecutor;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.PipelineExecutor;
import org.apache.flink.core.execution.PipelineExecutorFactory;
import org.apache.flink.core.execution.PipelineExecutorServiceLoader;

/** Lets an environment run each of its jobs in a {@link WatchedCluster} of its own. */
final class EmbeddedExecutors implements PipelineExecutorServiceLoader, PipelineExecutorFactory {
  @Override
  public PipelineExecutorFactory getExecutorFactory(Configuration configuration) {
    return this;
  }

  @Override
  public Stream<String> getExecutorNames() {
    return Stream.of(getName());
  }

  @Override
  public String getName() {
    return LocalExecutor.NAME;
  }

  @Override
  public boolean isCompatibleWith(Configuration configuration) {
    return true;
  }

  @Override
  public PipelineExecutor getExecutor(Configuration configuration) {
    return LocalExecutor.createWithFactory(configuration, WatchedCluster::new);
  }
}

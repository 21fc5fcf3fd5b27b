package io.github.kisfutures.job;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.layout.PatternLayout;

/** What is logged in this JVM, in memory instead of on the console. */
public final class RecordedLog implements AutoCloseable {
  private final LoggerContext context = (LoggerContext) LogManager.getContext(false);
  private final Configuration configuration = configuration();
  private final Map<LoggerConfig, Level> levels = new LinkedHashMap<>();
  private final Map<String, Appender> appenders;
  private final Memory memory = new Memory();

  private static final class Memory extends AbstractAppender {
    private final StringBuilder text = new StringBuilder(); // guarded by this

    Memory() {
      super(
          "memory",
          null,
          PatternLayout.newBuilder().withPattern("%p [%t] %c - %m%n%throwable").build(),
          false,
          Property.EMPTY_ARRAY);
    }

    @Override
    public synchronized void append(LogEvent event) {
      text.append(getLayout().toSerializable(event));
    }

    synchronized String text() {
      return text.toString();
    }
  }

  /** Records everything from DEBUG on. */
  public RecordedLog() {
    this(Level.DEBUG);
  }

  /** Records everything from a level on. */
  public RecordedLog(Level level) {
    this(configuration().getLoggers().values(), level);
  }

  /** Records what loggers and those below them say, from a level on, and of others the usual. */
  public RecordedLog(Level level, String... loggers) {
    this(Stream.of(loggers).map(RecordedLog::named).toList(), level);
  }

  private RecordedLog(Collection<LoggerConfig> loggers, Level level) {
    LoggerConfig root = configuration.getRootLogger();
    appenders = Map.copyOf(root.getAppenders());
    appenders.keySet().forEach(root::removeAppender);
    memory.start();
    root.addAppender(memory, null, null);
    for (LoggerConfig logger : loggers) {
      levels.put(logger, logger.getLevel());
      logger.setLevel(level);
    }
    context.updateLoggers();
  }

  private static Configuration configuration() {
    return ((LoggerContext) LogManager.getContext(false)).getConfiguration();
  }

  private static LoggerConfig named(String logger) {
    LoggerConfig known = configuration().getLoggers().get(logger);
    if (known != null) {
      return known;
    }
    LoggerConfig made = new LoggerConfig(logger, configuration().getRootLogger().getLevel(), true);
    configuration().addLogger(logger, made);
    return made;
  }

  /** All so far. */
  public String text() {
    return memory.text();
  }

  /** Puts levels and appenders back. */
  @Override
  public void close() {
    LoggerConfig root = configuration.getRootLogger();
    root.removeAppender("memory");
    appenders.values().forEach(appender -> root.addAppender(appender, null, null));
    levels.forEach(LoggerConfig::setLevel);
    context.updateLoggers();
    memory.stop();
  }
}

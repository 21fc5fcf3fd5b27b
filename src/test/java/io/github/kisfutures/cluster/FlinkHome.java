package io.github.kisfutures.cluster;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A directory like that of Flink's distribution, which Maven's registry does not have: its parts
 * are the artifacts on the test's class path. Starts JVMs as the scripts of {@code bin/} do.
 *
 * @param directory with {@code conf}, {@code usrlib} and {@code log}, and what is put into {@code
 *     lib} beside the distribution
 */
record FlinkHome(Path directory) {
  /** What is in {@code lib/} of the distribution, or bundled into its flink-dist. */
  private static final Pattern LIB =
      Pattern.compile(
          "(flink-(annotations|cep|clients|connector-(base|datagen|files)|container|core|csv"
              + "|datastream|dstl|file-sink|hadoop-fs|json|metrics|queryable-state|rpc|runtime"
              + "|shaded|statebackend|streaming|table)|RoaringBitmap|async-profiler|commons-"
              + "|frocksdbjni|icu4j|javassist|jsr305|kryo|log4j|lz4|minlog|objenesis|reflectasm"
              + "|slf4j-api|snakeyaml-engine|snappy).*(?<!-tests)\\.jar");

  private static final Pattern OPT = Pattern.compile("flink-(sql|python)-.*\\.jar");

  /** These processes live for seconds: quick to start counts more than quick in the long run. */
  private static final List<String> SMALL_JVM =
      List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

  /** Lays the directory out. */
  static FlinkHome create(Path directory, String configuration) throws IOException {
    FlinkHome home = new FlinkHome(directory);
    for (String folder : List.of("conf", "lib", "opt", "usrlib", "plugins", "log")) {
      Files.createDirectories(directory.resolve(folder));
    }
    Files.writeString(home.conf().resolve("config.yaml"), configuration);
    Files.writeString(
        home.conf().resolve("log4j.properties"),
        """
        rootLogger.level = INFO
        rootLogger.appenderRef.console.ref = Console
        appender.console.name = Console
        appender.console.type = CONSOLE
        appender.console.layout.type = PatternLayout
        appender.console.layout.pattern = %d %p %c{1} - %m%n
        """);
    return home;
  }

  /** Puts a jar into {@code lib} or {@code usrlib}. */
  FlinkHome with(String folder, Path jar) throws IOException {
    Files.copy(jar, directory.resolve(folder).resolve(jar.getFileName()));
    return this;
  }

  Path conf() {
    return directory.resolve("conf");
  }

  /** What a process has written. */
  Path log(String name) {
    return directory.resolve("log").resolve(name + ".log");
  }

  /**
   * Starts a JVM.
   *
   * @param name of its log
   * @param environment further environment variables
   * @param optional whether the jars of {@code opt} are on its class path
   */
  Process launch(
      String name,
      Map<String, String> environment,
      boolean optional,
      String mainClass,
      List<String> arguments)
      throws IOException {
    List<String> classPath = new ArrayList<>(distribution(LIB));
    if (optional) {
      classPath.addAll(distribution(OPT));
    }
    classPath.add(directory.resolve("lib") + "/*");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(moduleFlags());
    command.addAll(SMALL_JVM);
    command.add("-Dlog4j.configurationFile=" + conf().resolve("log4j.properties").toUri());
    command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath)));
    command.add(mainClass);
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log(name).toFile());
    for (String folder : List.of("conf", "lib", "plugins", "opt")) {
      String variable = "FLINK_" + folder.toUpperCase(java.util.Locale.ROOT) + "_DIR";
      builder.environment().put(variable, directory.resolve(folder).toString());
    }
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static List<String> distribution(Pattern names) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(jar -> names.matcher(Path.of(jar).getFileName().toString()).matches())
        .toList();
  }

  /** Flink needs the same view of the JDK's modules as this JVM was given. */
  private static List<String> moduleFlags() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(flag -> flag.startsWith("--add-"))
        .toList();
  }
}

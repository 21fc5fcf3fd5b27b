package io.github.kisfutures.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * {@code docker-compose.yml} with aliases and merges resolved, and variables replaced by their
 * defaults.
 */
record ComposeFile(Map<String, Object> root) {
  private static final Pattern DEFAULT = Pattern.compile("\\$\\{[A-Z_]+:-([^}]*)}");

  static ComposeFile read() throws IOException {
    String text = Files.readString(Path.of("docker-compose.yml"));
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    return new ComposeFile(map(yaml.load(DEFAULT.matcher(text).replaceAll("$1"))));
  }

  Map<String, Service> services() {
    return map(root.get("services")).entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, entry -> new Service(entry.getKey(), map(entry.getValue()))));
  }

  /** The services of a profile. */
  List<Service> profile(String name) {
    return services().values().stream().filter(s -> s.list("profiles").contains(name)).toList();
  }

  Service service(String name) {
    return services().get(name);
  }

  /** Names of the top-level {@code volumes} or {@code networks}. */
  List<String> names(String section) {
    return List.copyOf(map(root.get(section)).keySet());
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object value) {
    return value == null ? Map.of() : (Map<String, Object>) value;
  }

  /** One service. */
  record Service(String name, Map<String, Object> body) {
    String text(String key) {
      return String.valueOf(body.get(key));
    }

    List<String> list(String key) {
      Object value = body.get(key);
      if (value instanceof Map<?, ?> keys) {
        return keys.keySet().stream().map(String::valueOf).toList();
      }
      return value == null ? List.of() : ((List<?>) value).stream().map(String::valueOf).toList();
    }

    Map<String, Object> mapping(String key) {
      return map(body.get(key));
    }

    /** What it waits for, and in which state. */
    Map<String, String> waitsFor() {
      return mapping("depends_on").entrySet().stream()
          .collect(
              Collectors.toMap(
                  Map.Entry::getKey, e -> String.valueOf(map(e.getValue()).get("condition"))));
    }

    /** The parts of each mount before the first colon: volumes and paths. */
    List<String> sources() {
      return list("volumes").stream().map(mount -> mount.split(":")[0]).toList();
    }

    /** The paths that things are mounted on. */
    List<String> targets() {
      return list("volumes").stream().map(mount -> mount.split(":")[1]).toList();
    }

    /** Arguments of our main class: those behind {@code argument}, or all. */
    List<String> argumentsFrom(String argument) {
      List<String> command = list("command");
      return command.subList(command.indexOf(argument), command.size());
    }

    @Override
    public String toString() {
      return name;
    }
  }
}

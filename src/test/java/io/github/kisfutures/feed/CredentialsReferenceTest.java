package io.github.kisfutures.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsReferenceTest {
  private static final CredentialsReference ENV = CredentialsReference.environment();

  @TempDir private Path directory;

  private static void fails(Map<String, String> environment, String... words) {
    assertThatThrownBy(() -> ENV.load(environment))
        .isInstanceOf(CredentialsException.class)
        .hasMessageContainingAll(words)
        .hasMessageNotContaining("hush")
        .hasNoCause();
  }

  private CredentialsReference file(String content, String permissions) throws Exception {
    Path path = directory.resolve("keys.yaml");
    Files.writeString(path, content);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    return CredentialsReference.file(path.toString());
  }

  private void fails(String content, String... words) throws Exception {
    CredentialsReference reference = file(content, "rw-------");
    assertThatThrownBy(() -> reference.load(Map.of()))
        .isInstanceOf(CredentialsException.class)
        .hasMessageContainingAll(words)
        .hasMessageContaining("keys.yaml")
        .hasMessageNotContaining("hush")
        .hasNoCause();
  }

  @Test
  void readsNumberedVariables() {
    assertThat(
            ENV.load(
                Map.of(
                    "KIS_APP_KEY", " hush1 ",
                    "KIS_APP_SECRET", "hush2\n",
                    "KIS_APP_KEY_2", "hush3",
                    "KIS_APP_SECRET_2", "hush4",
                    "KIS_APP_KEY_3", "")))
        .containsExactly(new Credentials("hush1", "hush2"), new Credentials("hush3", "hush4"));
  }

  @Test
  void namesTheVariableThatIsMissing() {
    fails(Map.of(), "KIS_APP_KEY", "KIS_APP_SECRET", "file:PATH");
    fails(Map.of("KIS_APP_KEY", "hush"), "not KIS_APP_SECRET;");
    fails(Map.of("KIS_APP_SECRET", "hush"), "not KIS_APP_KEY;");
    fails(
        Map.of("KIS_APP_KEY", "hush", "KIS_APP_SECRET", "hush", "KIS_APP_SECRET_2", "hush"),
        "not KIS_APP_KEY_2;");
    fails(
        Map.of("KIS_APP_KEY", "hush", "KIS_APP_SECRET", "hush", "KIS_APP_KEY_3", "hush"),
        "KIS_APP_KEY_3",
        "without gaps");
  }

  @Test
  void refusesTheSameAppKeyTwice() throws Exception {
    fails(
        Map.of(
            "KIS_APP_KEY", "hush",
            "KIS_APP_SECRET", "hush1",
            "KIS_APP_KEY_2", "hush",
            "KIS_APP_SECRET_2", "hush2"),
        "number 2",
        "twice");
    fails("[{app-key: hush, app-secret: a}, {app-key: hush, app-secret: b}]", "number 2", "twice");
  }

  @Test
  void readsAPrivateYamlFile() throws Exception {
    String yaml =
        """
        # mine
        - app-key: hush1
          app-secret: 'hush2'
        - app-key: "0123"
          app-secret: hush4
        """;

    assertThat(file(yaml, "rw-------").load(Map.of()))
        .containsExactly(new Credentials("hush1", "hush2"), new Credentials("0123", "hush4"));
    assertThat(file("[{app-key: a, app-secret: b}]", "r--------").load(Map.of())).hasSize(1);
  }

  @Test
  void refusesAFileThatOthersMayRead() throws Exception {
    for (String permissions : List.of("rw-r-----", "rw----r--", "rw-rw-rw-", "rw--w----")) {
      CredentialsReference reference = file("[{app-key: hush, app-secret: hush}]", permissions);
      assertThatThrownBy(() -> reference.load(Map.of()))
          .isInstanceOf(CredentialsException.class)
          .hasMessageEndingWith("run: chmod 600 " + directory.resolve("keys.yaml"));
    }
  }

  @Test
  void refusesAFileThatOthersMayReplace() throws Exception {
    Path open = Files.createDirectory(directory.resolve("open"));
    CredentialsReference inOpen = file("[{app-key: hush1, app-secret: hush2}]", "rw-------");
    Path file = Files.move(directory.resolve("keys.yaml"), open.resolve("keys.yaml"));
    Path link = Files.createSymbolicLink(directory.resolve("keys.yaml"), file);

    for (String permissions : List.of("rwxrwxr-x", "rwxr-xrwx")) {
      Files.setPosixFilePermissions(open, PosixFilePermissions.fromString(permissions));
      // through the link, too
      for (Path named : List.of(file, link)) {
        assertThatThrownBy(() -> CredentialsReference.file(named.toString()).load(Map.of()))
            .isInstanceOf(CredentialsException.class)
            .hasMessageContaining("could be replaced")
            .hasMessageEndingWith("run: chmod go-w " + open.toRealPath());
      }
    }
    Files.setAttribute(open, "unix:mode", 01777); // as /tmp
    assertThat(inOpen.load(Map.of())).hasSize(1);
  }

  @Test
  void refusesTheFileOfAnotherUser() throws Exception {
    CredentialsReference reference = file("[{app-key: hush1, app-secret: hush2}]", "rw-------");
    Path file = directory.resolve("keys.yaml");
    assumeTrue(Files.getAttribute(file, "unix:uid").equals(0), "only root gives files away");
    Files.setAttribute(file, "unix:uid", 12_345);

    assertThatThrownBy(() -> reference.load(Map.of()))
        .isInstanceOf(CredentialsException.class)
        .hasMessageContaining("belongs to 12345")
        .hasMessageContaining("run: chown ");
  }

  @Test
  void saysWhatIsWrongWithAFile() throws Exception {
    fails("", "has no entry", "app-key");
    fails("[]", "has no entry");
    fails("app-key: hush\napp-secret: hush\n", "is not a list");
    fails("hush", "is not a list");
    fails("- app-key: hush\n", "Entry 1", "no app-secret");
    fails("- app-key: hush\n  app-secret: ' '\n", "Entry 1", "no app-secret");
    fails("- app-key: 123\n  app-secret: hush\n", "number", "quotes");
    fails("- app-key: hush\n  app-secret: hush\n  hush: 1\n", "Entry 1", "besides");
    fails("- hush\n", "Entry 1", "no app-key");
    fails("- app-key: hush\n  : : [hush\n", "not YAML", "line");
    fails("- app-key: hush\n  hush: 1\n  hush: 2\n", "line 3", "has a key twice");
    fails("[{app-key: a, app-secret: b}]\n---\n[hush]\n", "line 2", "a second document");
  }

  @Test
  void saysThatAFileIsNotThere() {
    assertThatThrownBy(() -> CredentialsReference.file(directory + "/none").load(Map.of()))
        .isInstanceOf(CredentialsException.class)
        .hasMessageContaining("does not exist");
    assertThatThrownBy(() -> CredentialsReference.file(directory.toString()).load(Map.of()))
        .isInstanceOf(CredentialsException.class);
  }

  @Test
  void refusesOtherFormsWithoutRepeatingThem() {
    for (String wrong : List.of("hush-a-secret", "file:", "ENV", "")) {
      assertThatThrownBy(() -> new CredentialsReference(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("feed.credentials")
          .hasMessageNotContaining("hush");
    }
  }
}

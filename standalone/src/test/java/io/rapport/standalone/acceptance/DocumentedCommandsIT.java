package io.rapport.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rapport.standalone.launcher.ConnectionInfo;
import io.rapport.standalone.launcher.StandaloneInstallation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands in the documentation, as they stand there, typed by somebody with {@code bash}, {@code curl} and {@code jq}. */
class DocumentedCommandsIT {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern COMMANDS = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern REQUEST = Pattern.compile("`(GET|PUT|POST|DELETE) …(/[^`]*)`");
    private static final int PATIENCE_SECONDS = 180;

    @TempDir
    static Path folder;

    private static StandaloneInstallation rapport;

    @BeforeAll
    static void start() throws InterruptedException, IOException {
        assumeTrue(have("bash", "curl", "jq"), "bash, curl and jq are there to type the commands with");
        rapport = StandaloneInstallation.start(folder.resolve("data"), 0);
    }

    @AfterAll
    static void stop() {
        if (rapport != null) {
            rapport.close();
        }
    }

    @Test
    void everyRequestAboutWhoIsWho() throws IOException, InterruptedException {
        var document = Files.readString(DOCS.resolve("identity.md"));
        var typed = type("identity", commands(document, 0));
        var requests = REQUEST.matcher(document).results().toList();
        assertThat(requests).hasSizeGreaterThan(15);
        assertThat(requests).allSatisfy(request -> {
            var path = "/v1/agencies/acme/brands/people" + request.group(2).replaceAll("\\?.*", "");
            var sent = Pattern.quote(path).replaceAll("\\{[a-z]+}", "\\\\E[^/ ?']+\\\\Q");
            assertThat(typed).containsPattern("(?m)^\\++ curl .*" + sent + "['? ]?([^/\\n]|$)");
        });
    }

    @Test
    void aClientListIsLookedAtBeforeItIsTakenIn() throws IOException, InterruptedException {
        new RestApi(rapport.connection()).register("acme", "coffee");
        var typed = type("input", commands(Files.readString(DOCS.resolve("input.md")), 0));
        assertThat(typed).contains("\"Kundenr\":\"client\"", "\"Navn\":\"name\"", "k…@….no");
    }

    private static String commands(String document, int which) {
        return COMMANDS.matcher(document).results().toList().get(which).group(1);
    }

    /** What it prints, and each command before it. */
    private static String type(String name, String commands) throws IOException, InterruptedException {
        var script = Files.writeString(folder.resolve(name + ".sh"), "set -euo pipefail\n" + here(commands));
        var printed = folder.resolve(name + ".out");
        var process = new ProcessBuilder("bash", "-x", script.toString());
        process.environment().put("TOKEN", rapport.connection().token());
        process.environment().put("PS4", "+ ");
        var running = process.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        var ended = running.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        running.destroy();
        var text = Files.readString(printed);
        assertThat(ended).as("It came to an end: %s", text).isTrue();
        assertThat(running.exitValue()).as(text).isZero();
        return text;
    }

    /** The documents name the usual addresses; here are others. */
    private static String here(String commands) {
        ConnectionInfo connection = rapport.connection();
        return commands.replace("http://127.0.0.1:8081", connection.ingest())
                .replace("http://127.0.0.1:8082", connection.identity());
    }

    private static boolean have(String... programs) {
        var path = Stream.of(System.getenv("PATH").split(":")).map(Path::of).toList();
        return Stream.of(programs)
                .collect(Collectors.partitioningBy(
                        program -> path.stream().anyMatch(each -> Files.isExecutable(each.resolve(program)))))
                .get(false)
                .isEmpty();
    }
}

package io.rapport.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rapport.standalone.launcher.StandaloneInstallation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

/** Runs the commands of the documentation with {@code bash}, {@code curl} and {@code jq}. */
class DocumentedCommandsIT {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern COMMANDS = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern REQUEST = Pattern.compile("`(GET|PUT|POST|DELETE) …(/[^`]*)`");
    private static final int TIMEOUT_SECONDS = 180;

    @TempDir
    static Path folder;

    private static StandaloneInstallation rapport;

    @BeforeAll
    static void start() throws InterruptedException, IOException {
        assumeTrue(areInstalled("bash", "curl", "jq"), "bash, curl and jq are installed");
        rapport = StandaloneInstallation.start(folder.resolve("data"), 0);
    }

    @AfterAll
    static void stop() {
        if (rapport != null) {
            rapport.close();
        }
    }

    @Test
    void everyRequestOfTheIdentityDocumentIsInItsExampleAndWorks() throws IOException, InterruptedException {
        var document = Files.readString(DOCS.resolve("identity.md"));
        var output = run("identity", commands(document, 0));
        var requests = REQUEST.matcher(document).results().toList();
        assertThat(requests).hasSizeGreaterThan(15);
        assertThat(requests).allSatisfy(request -> {
            var path = "/v1/agencies/acme/brands/people" + request.group(2).replaceAll("\\?.*", "");
            var sent = Pattern.quote(path).replaceAll("\\{[a-z]+}", "\\\\E[^/ ?']+\\\\Q");
            assertThat(output).containsPattern("(?m)^\\++ curl .*" + sent + "['? ]?([^/\\n]|$)");
        });
    }

    @Test
    void theExamplePreviewOfAClientListWorks() throws IOException, InterruptedException {
        new RestApi(rapport.connection()).register("acme", "coffee");
        var output = run("input", commands(Files.readString(DOCS.resolve("input.md")), 1));
        assertThat(output).contains("\"Kundenr\":\"client\"", "\"Navn\":\"name\"", "k…@….no");
    }

    @Test
    void theExampleImportOfAnExportWorks() throws IOException, InterruptedException {
        new RestApi(rapport.connection()).register("acme", "coffee");
        var output = run("likes", commands(Files.readString(DOCS.resolve("input.md")), 0));
        assertThat(output).contains("\"accepted\":1", "\"Hvem\":\"actor.name\"");
    }

    @Test
    void theTenMonthlyJobsAreDoneByTheirRequests() throws IOException, InterruptedException {
        var output = run("jobs", commands(Files.readString(DOCS.resolve("month.md")), 2));
        assertThat(output)
                .containsPattern("(?s)1 Who pays.*emil: .*2 Who came back.*anna: .*3 Who went quiet.*bert: ")
                .containsPattern("(?s)4 Who deserves.*anna: .*5 The people we thanked.*dora: ")
                .containsPattern("(?s)6 Who waits.*cara: Are you open on Sunday\\?.*7 Who could introduce")
                .containsPattern("(?s)8 What good.*anna: .*emil: .*9 Why the score.*\"kind\":\"REVIEW\"")
                .contains("Ask Anna for a story", "\"list\",\"person\",\"name\",\"reason\"");
        assertThat(Files.readAllBytes(folder.resolve("month.pdf")))
                .startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void theExamplesOfIntegrationWork() throws IOException, InterruptedException {
        new RestApi(rapport.connection()).register("demo", "harbour-coffee");
        var examples = allCommands("integration.md")
                // An address that needs no resolver; nothing happens to the brand, and nothing is sent there.
                .replace("crm.example.com", "192.0.32.10")
                // A stream ends when its client does.
                .replace("curl -sN", "! timeout 10 curl -sN");
        var output = run("integration", examples);
        assertThat(output).contains("\"secret\":\"whsec_", "retry: 2000");
        assertThat(Files.readString(folder.resolve("clients.csv"))).startsWith("\"person\",\"name\"");
    }

    @Test
    void theExamplesOfAccountsWork() throws IOException, InterruptedException {
        new RestApi(rapport.connection()).register("acme", "coffee");
        var output = run("accounts", allCommands("accounts.md"));
        assertThat(output)
                .contains(
                        rapport.connection().url() + "/invitations/",
                        rapport.connection().url() + "/links/acme/coffee/");
    }

    private static String allCommands(String document) throws IOException {
        return COMMANDS.matcher(Files.readString(DOCS.resolve(document)))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.joining());
    }

    private static String commands(String document, int which) {
        return COMMANDS.matcher(document).results().toList().get(which).group(1);
    }

    /** Runs a script; returns its commands and their output. */
    private static String run(String name, String commands) throws IOException, InterruptedException {
        var script = Files.writeString(folder.resolve(name + ".sh"), "set -euo pipefail\n" + withAddress(commands));
        var outputFile = folder.resolve(name + ".out");
        var process = new ProcessBuilder("bash", "-x", script.toString());
        process.environment().put("TOKEN", rapport.connection().token());
        process.environment().put("PS4", "+ ");
        var running = process.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(outputFile.toFile())
                .start();
        var finished = running.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        running.destroy();
        var text = Files.readString(outputFile);
        assertThat(finished).as("The script finished: %s", text).isTrue();
        assertThat(running.exitValue()).as(text).isZero();
        return text;
    }

    /** Replaces the default address of the documents. */
    private static String withAddress(String commands) {
        return commands.replace("http://127.0.0.1:8080", rapport.connection().url());
    }

    private static boolean areInstalled(String... programs) {
        var path = Stream.of(System.getenv("PATH").split(":")).map(Path::of).toList();
        return Stream.of(programs)
                .collect(Collectors.partitioningBy(
                        program -> path.stream().anyMatch(each -> Files.isExecutable(each.resolve(program)))))
                .get(false)
                .isEmpty();
    }
}

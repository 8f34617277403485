package io.rapport.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.rapport.ingest.source.preset.PresetFileReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code rapport import} sends for each kind of file, what it prints, and its exit code. */
class ImportCommandTest {

    private static final String ACCEPTED = "{\"accepted\": 2, \"duplicates\": 0, \"rejected\": []}";
    private static final String IMPORTS = "/v1/agencies/acme/brands/coffee/imports/";

    private final List<Received> received = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter err = new StringWriter();

    private int status = 202;
    private String answer = ACCEPTED;

    @TempDir
    Path folder;

    private HttpServer ingest;

    private record Received(String address, String type, String body) {}

    @BeforeEach
    void start() throws IOException {
        ingest = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ingest.createContext("/", this::receive);
        ingest.start();
    }

    @AfterEach
    void stop() {
        ingest.stop(0);
    }

    @ParameterizedTest
    @CsvSource({
        "list.csv,   clients,     text/csv",
        "list.TXT,   staff,       text/csv",
        "list.xlsx,  clients,     application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "posts.csv,  engagements, text/csv",
        "posts.xlsx, engagements, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "posts.json, engagements, application/json",
        "tweets.js,  engagements, application/javascript"
    })
    void aFileIsSentAsItIs(String name, String kind, String type) throws IOException {
        assertThat(run(name, "Posted;Who\n\n1;Ada\n", "--kind", kind)).isZero();

        assertThat(received).containsExactly(new Received(IMPORTS + kind, type, "Posted;Who\n\n1;Ada\n"));
        assertThat(out.toString()).contains("2 accepted, 0 duplicates, 0 rejected");
    }

    @Test
    void engagementsThatNameTheirFieldsAreSentInBatches() throws IOException {
        var rows = "1,2026-01-01T00:00:00Z\n".repeat(700);

        assertThat(run("rows.csv", "sourceId,occurredAt\n" + rows, "--source", "crm"))
                .isZero();
        assertThat(received).hasSize(2).allSatisfy(each -> {
            assertThat(each.address).isEqualTo(IMPORTS + "engagements?source=crm");
            assertThat(each.body).startsWith("sourceId,occurredAt\n");
        });

        received.clear();
        assertThat(run("rows.ndjson", "{\"a\":1}\n", "--source", "crm")).isZero();
        assertThat(received)
                .singleElement()
                .satisfies(each -> assertThat(each.address).isEqualTo(IMPORTS + "engagements?source=crm"));

        received.clear();
        assertThat(run("rows.ndjson", "{\"a\":1}\n{\"a\":2}\n")).isZero();
        assertThat(received).singleElement().satisfies(each -> {
            assertThat(each.address).isEqualTo("/v1/agencies/acme/brands/coffee/engagements");
            assertThat(each.type).isEqualTo("application/x-ndjson");
        });
    }

    @Test
    void mappingOptionsBecomeParameters() throws IOException {
        var code = run(
                "export.csv",
                "sourceId,occurredAt,Code\n",
                "--source",
                "hootsuite",
                "--preset",
                "hootsuite",
                "--map",
                "Posted at:occurredAt",
                "--map",
                "Code:ignore",
                "--const",
                "channel:x",
                "--value",
                "kind:Like=REACTION",
                "--id",
                "Code",
                "--zone",
                "Europe/Oslo",
                "--dates",
                "DMY",
                "--epoch",
                "SECONDS",
                "--header",
                "3");

        assertThat(code).isZero();
        assertThat(received)
                .singleElement()
                .satisfies(each -> assertThat(each.address)
                        .isEqualTo(IMPORTS
                                + "engagements?source=hootsuite&preset=hootsuite&map=Posted+at%3AoccurredAt&map=Code%3Aignore"
                                + "&const=channel%3Ax&value=kind%3ALike%3DREACTION&id=Code&zone=Europe%2FOslo&dates=DMY"
                                + "&epoch=SECONDS&header=3"));
    }

    @Test
    void everyRemarkIsPrintedAndRejectedRowsAreAFailure() throws IOException {
        answer = """
                {"rows": 3, "accepted": 2, "added": 1, "rejectedRows": 1, "preset": "hootsuite", "mapping": {"columns": {"Who": "actor.name"}, "id": ["Who"]},
                 "notes": [{"line": 1, "message": "A title was skipped."}],
                 "warnings": [{"index": 0, "field": "actor.email", "message": "Left out."}],
                 "rejected": [{"row": 4, "column": "Who", "code": "MISSING", "message": "There is no account."}]}""";

        assertThat(run("list.csv", "Who\nAda\n", "--kind", "clients")).isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        "read as hootsuite",
                        "column Who is actor.name",
                        "line 1  A title was skipped.",
                        "actor.email  Left out.",
                        "line 4  Who  MISSING  There is no account.",
                        "3 rows, 2 accepted, 1 added, 1 rejected");
    }

    @Test
    void questionsAboutAFileAreShown() throws IOException {
        status = 400;
        answer = """
                {"status": 400, "title": "The columns are not complete", "detail": "The file does not say everything.",
                 "questions": [{"field": "channel", "message": "Say it with const=channel:x."}]}""";

        assertThat(run("export.csv", "Who,When\n")).isEqualTo(1);
        assertThat(err.toString())
                .contains("400", "The file does not say everything.", "channel: Say it with const=channel:x.");
    }

    @Test
    void aFullInstallationSaysWhatToDo() throws IOException {
        status = 507;
        answer = "{\"status\": 507, \"detail\": \"The memory is full. Set RAPPORT_MONGODB_URI.\"}";

        assertThat(run("list.csv", "id,name\n", "--kind", "clients")).isEqualTo(1);
        assertThat(err.toString()).contains("507", "RAPPORT_MONGODB_URI");
        assertThat(received).hasSize(1);
    }

    @Test
    void whatCannotBeSentIsNotSent() throws IOException {
        assertThat(run("list.json", "[]", "--kind", "clients")).isEqualTo(2);
        assertThat(err.toString()).contains(".csv, .tsv, .txt, .xlsx");
        assertThat(execute(folder.resolve("missing.csv"))).isEqualTo(2);
        assertThat(err.toString()).contains("missing.csv cannot be read");
        assertThat(run("list.csv", "a\n", "--kind", "people")).isEqualTo(2);
        assertThat(received).isEmpty();
    }

    @Test
    void theHelpListsTheSourcesWithAPreset() {
        var help =
                RapportCommandLine.commandLine().getSubcommands().get("import").getUsageMessage();

        assertThat(help).contains("--source=NAME", "Exit code 0").containsPattern("shopify-orders +Shopify: orders");
        assertThat(PresetFileReader.readAll().all())
                .isNotEmpty()
                .allSatisfy(preset -> assertThat(help).contains("  " + preset.name() + " ", preset.title()));
    }

    private int run(String name, String content, String... options) throws IOException {
        return execute(Files.writeString(folder.resolve(name), content), options);
    }

    private int execute(Path file, String... options) {
        var arguments = new ArrayList<>(List.of(
                "import",
                "--url",
                "http://127.0.0.1:" + ingest.getAddress().getPort() + "/",
                "--token",
                "t",
                "--brand",
                "acme/coffee"));
        arguments.addAll(List.of(options));
        arguments.add(file.toString());
        var before = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            return RapportCommandLine.commandLine()
                    .setErr(new PrintWriter(err, true))
                    .execute(arguments.toArray(String[]::new));
        } finally {
            System.setOut(before);
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        var body = headers.containsKey("Content-Encoding")
                ? new GZIPInputStream(exchange.getRequestBody()).readAllBytes()
                : exchange.getRequestBody().readAllBytes();
        received.add(new Received(
                exchange.getRequestURI().toString(),
                headers.getFirst("Content-Type"),
                new String(body, StandardCharsets.UTF_8)));
        var bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}

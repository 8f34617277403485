package io.rapport.standalone.cli;

import io.rapport.contracts.NameRules;
import io.rapport.standalone.client.BrandClient;
import io.rapport.standalone.client.RapportClient;
import io.rapport.standalone.client.RowFileReader;
import io.rapport.standalone.launcher.ConnectionInfo;
import io.rapport.standalone.launcher.StartupException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rapport import}: a file through REST. Started again, it changes nothing that has arrived: ids are the same. */
@Command(
        name = "import",
        description = "Sends a CSV or NDJSON file through the REST API. Doing so again changes nothing.",
        footer = {
            "",
            "Exit code 0 when every row was accepted, 1 when some were rejected or it broke off,",
            "2 when it could not begin."
        })
final class ImportCommand implements Callable<Integer> {

    /** What a file holds. */
    enum Content {
        ENGAGEMENTS,
        CLIENTS
    }

    @Parameters(paramLabel = "FILE", description = "CSV when it is called .csv, else NDJSON")
    private Path file = Path.of("");

    @Option(names = "--brand", required = true, paramLabel = "AGENCY/BRAND", description = "whose rows they are")
    private String brand = "";

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            defaultValue = "engagements",
            description = "engagements or clients (${DEFAULT-VALUE})")
    private Content kind = Content.ENGAGEMENTS;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "the data folder of a running 'rapport up' to send to (${DEFAULT-VALUE})")
    private Path data = Path.of("data");

    @Option(names = "--url", paramLabel = "URL", description = "ingest's base URL, to send elsewhere")
    private @Nullable String url;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            defaultValue = "${env:RAPPORT_TOKEN}",
            description = "a token that may ingest, for --url; better given as RAPPORT_TOKEN in the environment")
    private @Nullable String token;

    @Override
    public Integer call() throws InterruptedException {
        var console = new ConsoleOutput(System.out);
        try (var rows = open()) {
            var rejected = new FileImporter(target(), kind == Content.CLIENTS, console).send(rows);
            return rejected == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        } catch (IOException | UncheckedIOException e) {
            throw new StartupException("The file " + file + " cannot be read on: it has to be text in UTF-8.", e);
        }
    }

    private RowFileReader open() {
        try {
            var rows = RowFileReader.open(file);
            if (kind == Content.CLIENTS && !rows.isCsv()) {
                rows.close();
                throw new StartupException("A client list is CSV: " + file + " is not called .csv.");
            }
            return rows;
        } catch (IOException | UncheckedIOException e) {
            throw new StartupException(
                    "The file " + file + " cannot be read: check its name, permissions and UTF-8.", e);
        }
    }

    private FileImporter.Target target() {
        var parts = brand.split("/", -1);
        if (parts.length != 2 || !NameRules.isToken(parts[0]) || !NameRules.isToken(parts[1])) {
            throw new StartupException("--brand is agency/brand, each 1 to 64 of a-z 0-9 - _ ., not: " + brand);
        }
        if (url == null) {
            var connection = ConnectionInfo.of(data);
            return target(connection.ingest(), connection.token(), parts);
        }
        if (token == null || token.isBlank()) {
            throw new StartupException(
                    "--url needs a token: give it as RAPPORT_TOKEN in the environment, or with --token.");
        }
        return target(url.endsWith("/") ? url.substring(0, url.length() - 1) : url, token, parts);
    }

    private static FileImporter.Target target(String ingest, String token, String[] brand) {
        return new FileImporter.Target(ingest, new BrandClient(new RapportClient(token), brand[0], brand[1]));
    }
}

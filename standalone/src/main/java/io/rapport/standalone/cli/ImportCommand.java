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

/** {@code rapport import}: sends a file over REST. Idempotent, because ids are deterministic. */
@Command(
        name = "import",
        description = "Sends a CSV or NDJSON file through the REST API. Sending it again changes nothing.",
        footer = {
            "",
            "Exit code 0 if all rows were accepted, 1 if some were rejected or the import failed,",
            "2 if it could not start."
        })
final class ImportCommand implements Callable<Integer> {

    /** The content of a file. */
    enum Content {
        ENGAGEMENTS,
        CLIENTS
    }

    @Parameters(paramLabel = "FILE", description = "CSV if its name ends in .csv, else NDJSON")
    private Path file = Path.of("");

    @Option(names = "--brand", required = true, paramLabel = "AGENCY/BRAND", description = "brand of the rows")
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
            description = "data folder of the running 'rapport up' that receives the rows (${DEFAULT-VALUE})")
    private Path data = Path.of("data");

    @Option(names = "--url", paramLabel = "URL", description = "base URL of another ingest")
    private @Nullable String url;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            defaultValue = "${env:RAPPORT_TOKEN}",
            description = "token with the scope INGEST, for --url; preferably set as RAPPORT_TOKEN in the environment")
    private @Nullable String token;

    @Override
    public Integer call() throws InterruptedException {
        var console = new ConsoleOutput(System.out);
        try (var rows = open()) {
            var rejected = new FileImporter(target(), kind == Content.CLIENTS, console).send(rows);
            return rejected == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        } catch (IOException | UncheckedIOException e) {
            throw new StartupException("The file " + file + " cannot be read further: it must be UTF-8 text.", e);
        }
    }

    private RowFileReader open() {
        try {
            var rows = RowFileReader.open(file);
            if (kind == Content.CLIENTS && !rows.isCsv()) {
                rows.close();
                throw new StartupException("A client list must be CSV: the name of " + file + " does not end in .csv.");
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
            throw new StartupException(
                    "--brand must be agency/brand, each 1 to 64 characters of a-z 0-9 - _ ., not: " + brand);
        }
        if (url == null) {
            var connection = ConnectionInfo.of(data);
            return target(connection.ingest(), connection.token(), parts);
        }
        if (token == null || token.isBlank()) {
            throw new StartupException("--url requires a token: set RAPPORT_TOKEN in the environment, or use --token.");
        }
        return target(url.endsWith("/") ? url.substring(0, url.length() - 1) : url, token, parts);
    }

    private static FileImporter.Target target(String ingest, String token, String[] brand) {
        return new FileImporter.Target(ingest, new BrandClient(new RapportClient(token), brand[0], brand[1]));
    }
}

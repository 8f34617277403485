package io.rapport.standalone.cli;

import io.rapport.contracts.NameRules;
import io.rapport.standalone.client.BrandClient;
import io.rapport.standalone.client.FileMediaType;
import io.rapport.standalone.client.RapportClient;
import io.rapport.standalone.client.RowFileReader;
import io.rapport.standalone.launcher.ConnectionInfo;
import io.rapport.standalone.launcher.StartupException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rapport import}: sends a file over REST. Idempotent, because ids are deterministic. */
@Command(
        name = "import",
        description = "Sends a file through the REST API. Sending it again changes nothing.",
        footer = {
            "",
            "Engagements whose fields are named by paths (sourceId, occurredAt, actor.id, ...) are sent in batches, every",
            "other file in one request: exports of other systems (Hootsuite, Shopify orders, the archive of X, ...), whose",
            "columns are mapped by a preset or by the options, and lists of clients and staff.",
            "",
            "Exit code 0 if all rows were accepted, 1 if some were rejected or the import failed,",
            "2 if it could not start."
        })
final class ImportCommand implements Callable<Integer> {

    /** The content of a file. */
    enum Content {
        ENGAGEMENTS,
        CLIENTS,
        STAFF;

        private String path() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(
            paramLabel = "FILE",
            description = "CSV (.csv, .tsv, .txt), Excel (.xlsx), JSON (.json), archive of X (.js), else NDJSON")
    private Path file = Path.of("");

    @Option(names = "--brand", required = true, paramLabel = "AGENCY/BRAND", description = "brand of the rows")
    private String brand = "";

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            defaultValue = "engagements",
            description = "engagements, clients or staff (${DEFAULT-VALUE})")
    private Content kind = Content.ENGAGEMENTS;

    @Mixin
    private MappingOptions mapping = new MappingOptions();

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
        requireReadable();
        try {
            var rejected = namesFields()
                    ? sendRows(console)
                    : new FileUpload(target(), kind.path(), mapping.query(), console).send(file);
            return rejected == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        } catch (IOException | UncheckedIOException e) {
            throw new StartupException("The file " + file + " cannot be read further: check that it is complete.", e);
        }
    }

    private long sendRows(ConsoleOutput console) throws IOException, InterruptedException {
        try (var rows = RowFileReader.open(file)) {
            return new FileImporter(target(), mapping.query(), console).send(rows);
        }
    }

    private void requireReadable() {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new StartupException("The file " + file + " cannot be read: check its name and permissions.");
        }
        if (kind != Content.ENGAGEMENTS && !FileMediaType.of(file).isTable()) {
            throw new StartupException("A list of " + kind.path() + " must be CSV or an Excel workbook: the name of "
                    + file + " ends in none of .csv, .tsv, .txt, .xlsx.");
        }
    }

    /** Whether the rows need no mapping, so that a file of any length can be sent in batches. */
    private boolean namesFields() {
        if (kind != Content.ENGAGEMENTS || mapping.isGiven()) {
            return false;
        }
        return switch (FileMediaType.of(file)) {
            case NDJSON -> mapping.query().isEmpty();
            case CSV -> hasFieldNames();
            default -> false;
        };
    }

    private boolean hasFieldNames() {
        try (var rows = RowFileReader.open(file)) {
            return rows.namesFields();
        } catch (IOException | UncheckedIOException e) {
            return false; // Not UTF-8: ingest finds the encoding.
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

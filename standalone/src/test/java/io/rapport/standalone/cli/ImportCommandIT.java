package io.rapport.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.standalone.client.BrandClient;
import io.rapport.standalone.client.RapportClient;
import io.rapport.standalone.launcher.StandaloneInstallation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code rapport import} sends the sample files of the documentation to an installation, which accepts all of their rows. */
class ImportCommandIT {

    private static final Path SAMPLES = Path.of("..", "docs", "samples");

    @TempDir
    static Path folder;

    private static StandaloneInstallation rapport;

    @BeforeAll
    static void start() throws InterruptedException {
        rapport = StandaloneInstallation.start(folder, 0);
        var connection = rapport.connection();
        new BrandClient(new RapportClient(connection.token()), "samples", "shop")
                .register(connection.ingest(), Map.of("name", "Shop", "timeZone", "Europe/Oslo"));
    }

    @AfterAll
    static void stop() {
        rapport.close();
    }

    @ParameterizedTest
    @CsvSource({
        "clients.csv, --kind=clients",
        "staff.csv, --kind=staff",
        "engagements.csv, --source=file",
        "engagements.ndjson, --source=feed",
        "hootsuite.csv, --preset=hootsuite",
        "sprout-social.csv, --source=sprout",
        "front.csv, --kind=engagements",
        "shopify-orders.csv, --preset=shopify-orders",
        "x-archive-tweets.js, --const=actor.name:house",
        "matomo.json, --preset=matomo"
    })
    void everyRowOfASampleIsAccepted(String sample, String option) {
        var arguments = new ArrayList<>(List.of("import", "--data", folder.toString(), "--brand", "samples/shop"));
        arguments.add(option);
        arguments.add(SAMPLES.resolve(sample).toString());
        var errors = new StringWriter();

        var code = RapportCommandLine.commandLine()
                .setErr(new PrintWriter(errors, true))
                .execute(arguments.toArray(String[]::new));

        assertThat(errors.toString()).isEmpty();
        assertThat(code).isZero();
    }
}

package io.rapport.standalone.cli;

import io.rapport.standalone.launcher.ExternalServices;
import io.rapport.standalone.launcher.StandaloneInstallation;
import io.rapport.standalone.launcher.StartupException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rapport demo}: starts an installation and sends a generated year of three brands. */
@Command(
        name = "demo",
        description = "Starts an installation and sends a generated year of three brands through the REST API.")
final class DemoCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "data folder, kept (default: a temporary folder, deleted at the end)")
    private @Nullable Path data;

    @Option(
            names = "--port-base",
            paramLabel = "N",
            defaultValue = "8080",
            description = "port of report; the others follow, see up (${DEFAULT-VALUE})")
    private int portBase = 8080;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "seed of the generated data (${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "365",
            description = "number of days, up to the last day that is over in every time zone (${DEFAULT-VALUE})")
    private int days = 365;

    @Option(names = "--exit", description = "stop when all data is available in report")
    private boolean exit;

    @Option(names = "--no-browser", description = "do not open the overview in the browser of the desktop")
    private boolean withoutBrowser;

    @Override
    public Integer call() throws IOException {
        var console = new ConsoleOutput(System.out);
        if (days < 1 || days > 3650) {
            throw new StartupException("--days " + days + " is out of range: choose 1 to 3650.");
        }
        try (var shutdown = ShutdownSignal.forCurrentThread()) {
            var folder = data != null ? data : Files.createTempDirectory("rapport-demo-");
            try {
                return run(folder, console, shutdown);
            } finally {
                if (data == null) {
                    delete(folder);
                }
            }
        }
    }

    private int run(Path folder, ConsoleOutput console, ShutdownSignal shutdown) throws IOException {
        try (var standalone =
                StandaloneInstallation.start(folder, portBase, ExternalServices.of(System.getenv()), console)) {
            var plan = DemoPlan.in(folder, DemoPlan.upTo(Instant.now(), seed, days));
            new DemoPlayer(standalone.connection(), console).play(plan.years());
            new DemoSummary(standalone.connection(), console).show();
            if (!exit) {
                show(standalone.connection().signInLink(DemoSummary.OVERVIEW), folder, console, shutdown);
            }
            return CommandLine.ExitCode.OK;
        } catch (InterruptedException e) {
            console.line("Stopped.");
            return RapportCommandLine.INTERRUPTED;
        }
    }

    /** Opens the overview where there is a desktop, and waits for the signal to stop. */
    private void show(String overview, Path folder, ConsoleOutput console, ShutdownSignal shutdown)
            throws InterruptedException {
        try (var browser = BrowserLauncher.in(folder, System.getenv())) {
            if (!withoutBrowser && Boolean.getBoolean(BrowserLauncher.TERMINAL) && browser.open(overview)) {
                console.line("The overview opens in your browser.");
            }
            console.line("Ctrl-C stops.");
            shutdown.await();
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The temporary folder " + folder + " could not be deleted", e);
        }
    }
}

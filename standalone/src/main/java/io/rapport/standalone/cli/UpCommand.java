package io.rapport.standalone.cli;

import io.rapport.standalone.launcher.ExternalServices;
import io.rapport.standalone.launcher.StandaloneInstallation;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rapport up}: starts an installation, empty at first, and keeps its data. */
@Command(
        name = "up",
        description = "Starts an installation in one process and keeps its data in a folder.",
        footer = {"", "RAPPORT_KAFKA and RAPPORT_MONGODB_URI replace the embedded broker and store", "by others."})
final class UpCommand implements Callable<Integer> {

    @Option(names = "--data", paramLabel = "DIR", defaultValue = "data", description = "data folder (${DEFAULT-VALUE})")
    private Path data = Path.of("data");

    @Option(
            names = "--port-base",
            paramLabel = "N",
            defaultValue = "8080",
            description =
                    "port of report; ingest, identity and scoring follow, Kafka is 12 above, MongoDB 17 (${DEFAULT-VALUE})")
    private int portBase = 8080;

    @Option(names = "--exit", description = "stop when all services are ready")
    private boolean exit;

    @Override
    public Integer call() {
        var console = new ConsoleOutput(System.out);
        try (var shutdown = ShutdownSignal.forCurrentThread()) {
            return run(console, shutdown);
        }
    }

    private int run(ConsoleOutput console, ShutdownSignal shutdown) {
        try (var standalone =
                StandaloneInstallation.start(data, portBase, ExternalServices.of(System.getenv()), console)) {
            console.printAddress(standalone.connection(), "/");
            console.line("Data in " + data.toAbsolutePath().normalize() + ".");
            if (!exit) {
                console.line("Ctrl-C stops.");
                shutdown.await();
            }
            return CommandLine.ExitCode.OK;
        } catch (InterruptedException e) {
            console.line("Stopped.");
            return RapportCommandLine.INTERRUPTED;
        }
    }
}

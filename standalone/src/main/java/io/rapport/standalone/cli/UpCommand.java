package io.rapport.standalone.cli;

import io.rapport.standalone.launcher.ExternalServices;
import io.rapport.standalone.launcher.StandaloneInstallation;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rapport up}: everything, empty at first, its data kept. */
@Command(
        name = "up",
        description = "Starts everything in one process and keeps its data in a folder.",
        footer = {
            "",
            "RAPPORT_KAFKA and RAPPORT_MONGODB_URI name a real broker and store to use",
            "instead of the embedded ones."
        })
final class UpCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "where data is kept (${DEFAULT-VALUE})")
    private Path data = Path.of("data");

    @Option(
            names = "--port-base",
            paramLabel = "N",
            defaultValue = "8080",
            description =
                    "port of the report; ingest, identity and scoring follow, Kafka is 12 above, MongoDB 17 (${DEFAULT-VALUE})")
    private int portBase = 8080;

    @Option(names = "--exit", description = "stop as soon as it is ready")
    private boolean exit;

    @Override
    public Integer call() {
        var console = new ConsoleOutput(System.out);
        try (var interruption = ShutdownSignal.forCurrentThread()) {
            return run(console, interruption);
        }
    }

    private int run(ConsoleOutput console, ShutdownSignal interruption) {
        try (var standalone =
                StandaloneInstallation.start(data, portBase, ExternalServices.of(System.getenv()), console)) {
            console.printAddresses(standalone.connection());
            console.line("Data in " + data.toAbsolutePath().normalize() + ".");
            if (!exit) {
                console.line("Ctrl-C stops.");
                interruption.await();
            }
            return CommandLine.ExitCode.OK;
        } catch (InterruptedException e) {
            console.line("Stopped.");
            return RapportCommandLine.INTERRUPTED;
        }
    }
}

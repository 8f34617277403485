package io.rapport.standalone.cli;

import io.rapport.standalone.client.NoResponseException;
import io.rapport.standalone.client.RequestRefusedException;
import io.rapport.standalone.launcher.StartupException;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The command line: {@code rapport demo}, {@code rapport up}, {@code rapport import}. */
@Command(
        name = "rapport",
        description = "Return on Relationships: what the people around a brand give back for its attention.",
        mixinStandardHelpOptions = true,
        version = "rapport 1.0.0-SNAPSHOT",
        scope = CommandLine.ScopeType.INHERIT,
        synopsisSubcommandLabel = "(demo | up | import)",
        subcommands = {DemoCommand.class, UpCommand.class, ImportCommand.class})
public final class RapportCommandLine {

    /** Exit code after Ctrl-C: 128 plus the number of the signal. */
    static final int INTERRUPTED = 130;

    private static final int CANNOT_START = 2;

    private RapportCommandLine() {}

    /** Exit codes: 0 for success, 1 for failures and rejected rows, 2 if the command could not start. */
    public static void main(String[] arguments) {
        var code = commandLine().execute(arguments);
        // After a signal the process is already exiting, with the exit code of the signal.
        if (code != INTERRUPTED) {
            System.exit(code);
        }
    }

    static CommandLine commandLine() {
        var commands = new CommandLine(new RapportCommandLine());
        Objects.requireNonNull(commands.getSubcommands().get("import"))
                .getHelpSectionMap()
                .put(UsageMessageSpec.SECTION_KEY_FOOTER, help -> help.footer() + MappingOptions.presets());
        return commands.setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    line.getErr().println(errorMessage(failure));
                    line.getErr().flush();
                    return failure instanceof StartupException ? CANNOT_START : CommandLine.ExitCode.SOFTWARE;
                });
    }

    private static String errorMessage(Exception failure) {
        var isUserMessage = failure instanceof StartupException
                || failure instanceof RequestRefusedException
                || failure instanceof NoResponseException;
        return isUserMessage
                ? String.valueOf(failure.getMessage())
                : "Rapport failed: " + failure + ". The log in the data folder may have details.";
    }
}

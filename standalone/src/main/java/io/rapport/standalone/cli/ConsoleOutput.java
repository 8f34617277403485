package io.rapport.standalone.cli;

import io.rapport.standalone.launcher.ConnectionInfo;
import io.rapport.standalone.launcher.StartupProgress;
import java.io.PrintStream;

/** Prints short lines with the seconds since the start. */
final class ConsoleOutput implements StartupProgress {

    private final PrintStream out;
    private final long started = System.nanoTime();

    ConsoleOutput(PrintStream out) {
        this.out = out;
    }

    @Override
    public void print(String line) {
        out.printf("%5.1f s  %s%n", (System.nanoTime() - started) / 1e9, line);
        out.flush();
    }

    /** Prints a line without the time. */
    void line(String line) {
        out.println(line);
        out.flush();
    }

    /** A progress bar up to a total. */
    ProgressBar bar(String label, long total) {
        return new ProgressBar(out, label, total);
    }

    /** Prints the URL of the start page and the base URLs of the services. */
    void printAddresses(ConnectionInfo connection) {
        line("");
        line("Rapport is ready.");
        line("  page      " + connection.url() + "/#token=" + connection.token());
        line("  ingest    " + connection.ingest());
        line("  identity  " + connection.identity());
        line("  scoring   " + connection.scoring());
        line("  report    " + connection.report());
    }
}

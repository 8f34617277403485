package io.rapport.standalone.cli;

import io.rapport.standalone.launcher.ConnectionInfo;
import io.rapport.standalone.launcher.StartupProgress;
import java.io.PrintStream;

/** What people read: short lines with the seconds since the start. */
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

    /** One line as it is. */
    void line(String line) {
        out.println(line);
        out.flush();
    }

    /** A bar for something that comes to a total. */
    ProgressBar bar(String what, long total) {
        return new ProgressBar(out, what, total);
    }

    /** The page for people and the addresses for programs. */
    void printAddresses(ConnectionInfo connection) {
        line("");
        line("Rapport is ready.");
        line("  page      " + connection.report() + "/#token=" + connection.token());
        line("  ingest    " + connection.ingest());
        line("  identity  " + connection.identity());
        line("  scoring   " + connection.scoring());
        line("  report    " + connection.report());
    }
}

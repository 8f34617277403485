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

    /** Prints the one address of all pages and APIs, as the URL that signs in. */
    void printAddress(ConnectionInfo connection) {
        line("");
        line("Rapport is ready: all pages and APIs are at " + connection.url());
        line("  sign in   " + connection.url() + "/#token=" + connection.token());
        line("  API       " + connection.url() + "/openapi.json");
    }
}

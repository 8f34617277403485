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

    /**
     * Prints the one address of all pages and APIs, and the link that signs in and opens the first page.
     *
     * @param page the path of the first page
     */
    void printAddress(ConnectionInfo connection, String page) {
        line("");
        line("Rapport is ready: all pages and APIs are at " + connection.url());
        line("  sign in   " + connection.signInLink(page));
        line("  API       " + connection.url() + "/openapi.json");
    }
}

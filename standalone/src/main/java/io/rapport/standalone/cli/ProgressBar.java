package io.rapport.standalone.cli;

import java.io.PrintStream;

/** A progress bar: redrawn in place on a terminal, else printed at every tenth. */
final class ProgressBar {

    private static final int WIDTH = 30;
    private static final boolean TERMINAL = Boolean.getBoolean("rapport.terminal");

    private final PrintStream out;
    private final String label;
    private final long total;
    private long shown = -1;

    ProgressBar(PrintStream out, String label, long total) {
        this.out = out;
        this.label = label;
        this.total = Math.max(1, total);
    }

    /** Shows the progress. */
    void show(long done) {
        var step = Math.min(done, total) * (TERMINAL ? 100 : 10) / total;
        if (step == shown) {
            return;
        }
        shown = step;
        var bar = (int) (Math.min(done, total) * WIDTH / total);
        out.printf(
                "%s  %s [%s%s] %,d of %,d%s",
                TERMINAL ? "\r" : "",
                label,
                "=".repeat(bar),
                " ".repeat(WIDTH - bar),
                done,
                total,
                TERMINAL && done < total ? "" : System.lineSeparator());
        out.flush();
    }
}

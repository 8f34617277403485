package io.rapport.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.ingest.domain.clientlist.LongClientListProgram;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Imports a list of 100 MB in a process whose heap is smaller than half of it. */
class LongClientListTest {

    @Test
    void isImportedInConstantMemory() throws IOException, InterruptedException {
        var java = ProcessHandle.current().info().command().orElse("java");
        var process = new ProcessBuilder(
                        java,
                        "-Xmx40m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LongClientListProgram.class.getName())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes());

        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(output)
                .contains(
                        "rows=" + LongClientListProgram.ROWS,
                        "added=" + LongClientListProgram.ROWS / 2,
                        "rejected=" + LongClientListProgram.ROWS / 2);
    }
}

package io.rapport.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script {@code rapport} starts Java with a heap that fits the machine. Java is replaced by a script. */
class RapportScriptTest {

    private static final Path BASH = Path.of("/bin/bash");

    @TempDir
    Path folder;

    @BeforeEach
    void checkout() throws IOException {
        assumeTrue(Files.isExecutable(BASH), "bash is installed");
        Files.copy(Path.of("..", "rapport"), folder.resolve("rapport"));
        Files.writeString(folder.resolve("pom.xml"), "");
        Files.createDirectories(folder.resolve("standalone/src/main"));
        Files.writeString(folder.resolve("standalone/pom.xml"), "");
        var app = Files.createDirectories(folder.resolve("standalone/target/rapport"));
        Files.writeString(app.resolve("rapport-standalone-1-exec.jar"), "");
        Files.writeString(app.resolve("built"), "");
    }

    @ParameterizedTest
    @CsvSource({
        "134217728, -Xmx640m",
        "671088640, -Xmx640m",
        "734003200, -Xmx700m",
        "2147483648, -Xmx2048m",
        "4294967296, -Xmx4096m",
        "67645734912, -Xmx4096m",
        "'', -Xmx640m"
    })
    void theHeapIsAQuarterOfTheMemoryBetween640MegabytesAnd4Gigabytes(String quarter, String heap)
            throws IOException, InterruptedException {
        assertThat(run(quarter, Map.of())).contains(heap, "up").doesNotContain("-Xmx1g");
    }

    @Test
    void theJavaOptionsOfTheUserWin() throws IOException, InterruptedException {
        var arguments = run("2147483648", Map.of("RAPPORT_JAVA_OPTIONS", "-Xmx1g -Da=b"));

        assertThat(arguments.indexOf("-Xmx1g")).isGreaterThan(arguments.indexOf("-Xmx2048m"));
        assertThat(arguments).containsSubsequence("-Xmx1g", "-Da=b", "-jar", "up", "--exit");
    }

    /** Returns the arguments of Java's last run. */
    private List<String> run(String maxHeapSize, Map<String, String> environment)
            throws IOException, InterruptedException {
        var arguments = folder.resolve("arguments");
        var java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
        Files.writeString(java, """
                #!/bin/bash
                case " $* " in
                  *" -XX:+PrintFlagsFinal "*)
                    [[ "$*" == *-XX:MaxRAMPercentage=25* ]] && echo ' size_t MaxHeapSize = %s {product} {ergonomic}' ;;
                  *" -version "*) echo 'openjdk version "17.0.1"' >&2 ;;
                  *) printf '%%s\\n' "$@" > %s ;;
                esac
                """.formatted(maxHeapSize, arguments));
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
        var process = new ProcessBuilder(
                        BASH.toString(), folder.resolve("rapport").toString(), "up", "--exit")
                .redirectErrorStream(true);
        process.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        process.environment().remove("RAPPORT_JAVA_OPTIONS");
        process.environment().putAll(environment);
        var running = process.start();
        var output = new String(running.getInputStream().readAllBytes());
        assertThat(running.waitFor()).as(output).isZero();
        return Files.readAllLines(arguments);
    }
}

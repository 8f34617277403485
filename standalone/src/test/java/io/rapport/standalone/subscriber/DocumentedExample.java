package io.rapport.standalone.subscriber;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** Compiles and runs the Java program of the documentation in its own process. */
final class DocumentedExample implements AutoCloseable {

    private static final Path DOCUMENT = Path.of("..", "docs", "contracts.md");
    private static final Pattern PROGRAM = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Process process;

    /** Starts the program. */
    DocumentedExample(Path folder, String bootstrap) throws IOException {
        var program = PROGRAM.matcher(Files.readString(DOCUMENT));
        if (!program.find()) {
            throw new AssertionError(DOCUMENT + " contains no Java program");
        }
        var source = Files.writeString(folder.resolve("Relationships.java"), program.group(1));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        process = new ProcessBuilder(java, "-Duser.language=en", "-cp", classes, source.toString(), bootstrap)
                .redirectErrorStream(true)
                .start();
        var reader = new Thread(this::read, "documented-example");
        reader.setDaemon(true);
        reader.start();
    }

    /** The lines printed so far. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        process.destroy();
    }

    private void read() {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            out.lines().forEach(lines::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UncheckedIOException e) {
            // The process was destroyed while its output was read.
            lines.add("(ended)");
        }
    }
}

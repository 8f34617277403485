package io.rapport.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** An event as a released version wrote it: {@code golden/<version>/<type>/<case>.json}. */
record GoldenSample(Path file) {

    static final Path GOLDEN = Path.of("src/test/resources/golden");

    static Collection<GoldenSample> all() {
        return files(".json").stream().map(GoldenSample::new).toList();
    }

    static List<Path> files(String ending) {
        try (var files = Files.walk(GOLDEN)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String type() {
        return file.getParent().getFileName().toString();
    }

    Class<? extends Record> recordType() {
        return Objects.requireNonNull(EventTypes.RECORDS.get(type()), type());
    }

    JsonNode json() {
        return WireFormat.MAPPER.readTree(file.toFile());
    }

    Record event() {
        return WireFormat.MAPPER.readValue(file.toFile(), recordType());
    }

    @Override
    public String toString() {
        return GOLDEN.relativize(file).toString();
    }
}

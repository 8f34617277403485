package io.rapport.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The problem types that pages show have a title in Norwegian. */
class ProblemTypesTest {

    private static final Pattern TYPE = Pattern.compile(
            "\\bof\\(\\s*HttpStatus\\.\\w+,\\s*\"([a-z-]+)\"|\\b(?:conflict|tooMany)\\(\\s*\"([a-z-]+)\"");

    /** Types of imports and deliveries, which have no pages. */
    private static final Set<String> API_ONLY = Set.of(
            "expands-too-much",
            "import-running",
            "mapping-incomplete",
            "too-many-rejected",
            "too-many-rows",
            "unsupported-encoding",
            "unsupported-file");

    @Test
    void everyTypeHasATitle() throws IOException {
        var titles = new Properties();
        try (var in =
                Files.newBufferedReader(Path.of("src/main/resources/io/rapport/web/pages/problems_nb.properties"))) {
            titles.load(in);
        }
        var types = new TreeSet<String>();
        for (var module : List.of("web", "report-service", "identity-service", "ingest-service")) {
            try (var files = Files.walk(Path.of("..", module, "src/main/java"))) {
                for (var file :
                        files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    TYPE.matcher(Files.readString(file))
                            .results()
                            .forEach(found -> types.add(found.group(1) == null ? found.group(2) : found.group(1)));
                }
            }
        }
        types.removeAll(API_ONLY);
        assertThat(types).hasSizeGreaterThan(30).allMatch(titles.stringPropertyNames()::contains);
    }
}

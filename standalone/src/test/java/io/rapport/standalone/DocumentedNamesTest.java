package io.rapport.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentedNamesTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern CLASS = Pattern.compile("`([A-Z][a-z]+(?:[A-Z][a-z]+)+)`");
    private static final Pattern SOURCE = Pattern.compile("`([a-z-]+)/…/([A-Za-z/]+\\.java)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");
    private static final Pattern CODE = Pattern.compile("```.*?```", Pattern.DOTALL);

    @Test
    void everyClassOfTheArchitectureDocumentExists() throws IOException {
        var sources = sources();
        var names = sources.stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
        var document = architecture();

        assertThat(CLASS.matcher(document).results().map(DocumentedNamesTest::firstGroup))
                .hasSizeGreaterThan(40)
                .allSatisfy(name -> assertThat(names).contains(name));
        assertThat(SOURCE.matcher(document).results().toList())
                .hasSize(12)
                .allSatisfy(file -> assertThat(sources)
                        .as(file.group())
                        .anyMatch(source -> source.startsWith(ROOT.resolve(file.group(1)))
                                && source.endsWith(Path.of(file.group(2)))));
    }

    @Test
    void theArchitectureDocumentShowsEveryStateStore() throws IOException {
        var topology = Files.readString(
                ROOT.resolve("scoring-service/src/test/resources/io/rapport/scoring/topology/topology.txt"));
        var stores = Pattern.compile("stores: \\[([^]]+)]")
                .matcher(topology)
                .results()
                .flatMap(match -> Arrays.stream(match.group(1).split(", ")))
                .collect(Collectors.toSet());

        assertThat(architecture()).contains(stores);
    }

    @Test
    void everyLinkBetweenDocumentsHasATarget() throws IOException {
        for (var document : documents()) {
            var text = CODE.matcher(Files.readString(document)).replaceAll("");
            assertThat(LINK.matcher(text).results().map(DocumentedNamesTest::firstGroup))
                    .as("%s", document)
                    .allSatisfy(target ->
                            assertThat(document.resolveSibling(target)).exists());
        }
    }

    private static String architecture() throws IOException {
        return Files.readString(ROOT.resolve("docs/architecture.md"));
    }

    private static List<Path> documents() throws IOException {
        try (var docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(
                            docs,
                            Stream.of("README.md", "CONTRIBUTING.md", "ops/runbooks/README.md")
                                    .map(ROOT::resolve))
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        }
    }

    private static Set<Path> sources() throws IOException {
        try (var modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve("src"))
                    .filter(Files::isDirectory)
                    .flatMap(DocumentedNamesTest::javaFiles)
                    .collect(Collectors.toSet());
        }
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String firstGroup(MatchResult match) {
        return match.group(1);
    }
}

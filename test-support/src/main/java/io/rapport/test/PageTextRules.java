package io.rapport.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rules for the texts of a module's pages: the bundles {@code messages.properties} (English) and {@code messages_nb.properties}
 * (Norwegian) beside the templates, the templates, and the Java code that composes texts. Each rule returns what breaks it.
 */
public final class PageTextRules {

    private static final Path JAVA = Path.of("src/main/java");
    private static final Path RESOURCES = Path.of("src/main/resources");

    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");
    private static final Pattern TEMPLATE_KEY = Pattern.compile("#\\{([A-Za-z][\\w.-]*)");
    private static final Pattern TEMPLATE_LITERAL = Pattern.compile("'([A-Za-z][\\w.-]*)'");
    private static final Pattern JAVA_LITERAL = Pattern.compile("\"([A-Za-z][\\w.-]*)\"");
    private static final Pattern JAVA_CALL =
            Pattern.compile("(?:(?<![.\\w])text|Messages\\.text|MESSAGES\\.get)\\(([^,;)]*)");

    private final Path pages;
    private final Path shared;
    private final Map<String, String> english;
    private final Map<String, String> norwegian;

    private PageTextRules(Path pages, Path shared) {
        this.pages = pages;
        this.shared = shared;
        this.english = bundle(pages, "messages.properties");
        this.norwegian = bundle(pages, "messages_nb.properties");
    }

    /**
     * The rules for the module that is tested.
     *
     * @param folder of templates and bundles, below the module's resources
     * @param shared the folder of the bundles of all modules; that of this module for the module {@code web} itself
     */
    public static PageTextRules of(String folder, String shared) {
        return new PageTextRules(RESOURCES.resolve(folder), Path.of(shared));
    }

    /** Keys that one language lacks, and texts with other arguments in one language than in the other. */
    public List<String> differences() {
        var keys = new TreeSet<>(english.keySet());
        keys.addAll(norwegian.keySet());
        return keys.stream()
                .filter(key -> !arguments(english.get(key)).equals(arguments(norwegian.get(key))))
                .toList();
    }

    /** Keys that templates or Java code name and no bundle has. */
    public List<String> unknownKeys() {
        var known = new HashSet<>(english.keySet());
        known.addAll(bundle(shared, "messages.properties").keySet());
        return Stream.concat(
                        texts(pages, ".html").stream().flatMap(text -> groups(TEMPLATE_KEY, text)),
                        texts(JAVA, ".java").stream()
                                .filter(text -> text.contains("Messages.text") || text.contains("MESSAGES"))
                                .flatMap(text -> groups(JAVA_CALL, text))
                                .flatMap(call -> groups(JAVA_LITERAL, call)))
                .filter(key -> known.stream().noneMatch(each -> isNamedBy(each, key)))
                .distinct()
                .sorted()
                .toList();
    }

    /** Keys that neither a template nor Java code names. */
    public List<String> unusedKeys() {
        var named = Stream.concat(
                        texts(pages, ".html").stream()
                                .flatMap(text ->
                                        Stream.concat(groups(TEMPLATE_KEY, text), groups(TEMPLATE_LITERAL, text))),
                        texts(JAVA, ".java").stream().flatMap(text -> groups(JAVA_LITERAL, text)))
                .collect(Collectors.toSet());
        return english.keySet().stream()
                .filter(key -> named.stream().noneMatch(each -> isNamedBy(key, each)))
                .toList();
    }

    /**
     * Texts that a template shows in one language only.
     *
     * @param words that need no translation
     */
    public List<String> hardCodedTexts(Set<String> words) {
        try (var files = Files.list(pages)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .flatMap(file -> TemplateTexts.of(read(file)).stream()
                            .filter(text -> !words.contains(text))
                            .map(text -> file.getFileName() + ": " + text))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A name that ends with a dot is the beginning of keys. */
    private static boolean isNamedBy(String key, String name) {
        return name.endsWith(".") ? key.startsWith(name) : key.equals(name);
    }

    private static Set<String> arguments(@Nullable String text) {
        if (text == null) {
            return Set.of("missing");
        }
        // Fails for a text that cannot be formatted.
        new MessageFormat(text);
        return groups(ARGUMENT, text).collect(Collectors.toSet());
    }

    private static Stream<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult found) -> found.group(1));
    }

    private static Map<String, String> bundle(Path folder, String name) {
        var bundle = new Properties();
        try (var in = Files.newBufferedReader(folder.resolve(name))) {
            bundle.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var texts = new TreeMap<String, String>();
        bundle.forEach((key, text) -> texts.put((String) key, (String) text));
        return texts;
    }

    private static List<String> texts(Path folder, String suffix) {
        var texts = new ArrayList<String>();
        try (var files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(suffix)).forEach(file -> texts.add(read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

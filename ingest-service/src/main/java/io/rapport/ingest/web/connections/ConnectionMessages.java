package io.rapport.ingest.web.connections;

import io.rapport.ingest.domain.source.SourceDefinition;
import io.rapport.web.pages.MessageBundle;
import java.util.List;
import java.util.stream.IntStream;

/** The texts of the pages of connections, from {@code ingest/pages/messages.properties}, in the current language. */
final class ConnectionMessages {

    private static final MessageBundle BUNDLE = MessageBundle.of("ingest");
    /** Sources describe their steps in English; the other languages have texts of their own. */
    private static final MessageBundle STEPS = MessageBundle.named("ingest.pages.steps");

    private ConnectionMessages() {}

    /**
     * A text.
     *
     * @param arguments as {@link java.text.MessageFormat} formats them
     */
    static String text(String key, Object... arguments) {
        return BUNDLE.get(key, arguments);
    }

    /** How to connect a source at its platform; {@code {hook}} stands for the address of the hook. */
    static List<String> steps(SourceDefinition source) {
        var steps = source.steps();
        return IntStream.range(0, steps.size())
                .mapToObj(step ->
                        STEPS.find(source.name() + "." + (step + 1), "{hook}").orElse(steps.get(step)))
                .toList();
    }

    /** The name of a source. */
    static String title(SourceDefinition source) {
        return STEPS.find(source.name()).orElse(source.title());
    }
}

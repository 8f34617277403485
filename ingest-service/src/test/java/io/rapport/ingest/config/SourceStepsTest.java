package io.rapport.ingest.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.ingest.domain.source.SourceDefinition;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The translation of the steps by which a source is connected. */
class SourceStepsTest {

    @Test
    void everyStepOfEverySourceIsTranslated() throws IOException {
        var translated = new Properties();
        try (var in = SourceStepsTest.class.getResourceAsStream("/ingest/pages/steps_nb.properties")) {
            translated.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        var sources = sources().toList();
        var names = sources.stream().map(SourceDefinition::name).collect(Collectors.toSet());
        assertThat(translated.stringPropertyNames().stream().filter(key -> !names.contains(key)))
                .containsExactlyInAnyOrderElementsOf(sources.stream()
                        .flatMap(source -> IntStream.rangeClosed(
                                        1, source.steps().size())
                                .mapToObj(step -> source.name() + "." + step))
                        .toList());
        assertThat(sources.stream()
                        .flatMap(source -> IntStream.range(0, source.steps().size())
                                .filter(step -> source.steps().get(step).contains("{hook}")
                                        != translated
                                                .getProperty(source.name() + "." + (step + 1))
                                                .contains("{0}"))
                                .mapToObj(step -> source.name() + "." + (step + 1))))
                .as("steps with the address of the hook in one language only")
                .isEmpty();
    }

    private static Stream<SourceDefinition> sources() {
        var configuration = new SourceConfiguration();
        return Arrays.stream(SourceConfiguration.class.getDeclaredMethods())
                .filter(method -> method.getReturnType().equals(SourceDefinition.class))
                .map(method -> source(method, configuration));
    }

    private static SourceDefinition source(Method bean, SourceConfiguration configuration) {
        try {
            return (SourceDefinition) bean.invoke(configuration, new Object[bean.getParameterCount()]);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}

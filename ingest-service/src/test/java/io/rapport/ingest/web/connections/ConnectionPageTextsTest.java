package io.rapport.ingest.web.connections;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.test.PageTextRules;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConnectionPageTextsTest {

    private static final PageTextRules TEXTS =
            PageTextRules.of("ingest/pages", "../web/src/main/resources/io/rapport/web/pages");

    @Test
    void bothLanguagesHaveTheSameKeysAndArguments() {
        assertThat(TEXTS.differences()).isEmpty();
    }

    @Test
    void everyKeyIsKnownAndUsed() {
        assertThat(TEXTS.unknownKeys()).isEmpty();
        assertThat(TEXTS.unusedKeys()).isEmpty();
    }

    @Test
    void templatesHaveNoTextOfTheirOwn() {
        assertThat(TEXTS.hardCodedTexts(Set.of("Europe/Oslo"))).isEmpty();
    }
}

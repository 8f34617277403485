package io.rapport.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TemplateTextsTest {

    @Test
    void findsTextsAttributesAndLiterals() {
        assertThat(TemplateTexts.of("""
                        <p>Nobody <b th:text="${name}">Ann</b> waits</p>
                        <input placeholder="Search" th:value="${q}"><a th:aria-label="${'See ' + name}">·</a>
                        """)).containsExactly("Nobody", "waits", "Search", "See ");
    }

    @Test
    void samplesKeysAndCodeAreNoTexts() {
        assertThat(TemplateTexts.of("""
                        <!-- A note. --><p th:text="#{key}">Sample</p><p>[[#{key}]] 12 %</p><code>curl -X PUT</code>
                        <ul th:replace="~{parts :: list}"><li>Sample</li></ul><img alt="Logo" th:alt="#{logo}">
                        <i th:class="${late ? 'bad' : 'good'}"></i>
                        """)).isEmpty();
    }
}

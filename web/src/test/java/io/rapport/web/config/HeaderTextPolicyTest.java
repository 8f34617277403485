package io.rapport.web.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HeaderTextPolicyTest {

    /** The patterns of {@code StrictHttpFirewall}. */
    private static final Pattern NAME = Pattern.compile("[\\p{IsAssigned}&&[^\\p{IsControl}]]*");

    private static final Pattern VALUE = Pattern.compile("[\\p{IsAssigned}&&[[^\\p{IsControl}]||\\t]]*");

    @Test
    void acceptsWhatTheFirewallAcceptsByDefault() {
        assertThat(texts().filter(text ->
                        HeaderTextPolicy.isName(text) != NAME.matcher(text).matches()))
                .isEmpty();
        assertThat(texts().filter(text ->
                        HeaderTextPolicy.isValue(text) != VALUE.matcher(text).matches()))
                .isEmpty();
        assertThat(HeaderTextPolicy.isName("")).isTrue();
        assertThat(HeaderTextPolicy.isValue("text/plain\tq=1")).isTrue();
        assertThat(HeaderTextPolicy.isValue("a\r\nSet-Cookie: x")).isFalse();
    }

    private static Stream<String> texts() {
        return IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .mapToObj(character -> "a" + Character.toString(character) + "b");
    }
}

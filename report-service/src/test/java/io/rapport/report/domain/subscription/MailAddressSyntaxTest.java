package io.rapport.report.domain.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressSyntaxTest {

    @Test
    void anAddressKeepsItsLocalPartAndHasADomainInLowerCase() {
        assertThat(MailAddressSyntax.parse(" Kari.Nord+rapport@Agency.Example "))
                .contains("Kari.Nord+rapport@agency.example");
        assertThat(MailAddressSyntax.parse("o'neil@xn--bcher-kva.example")).contains("o'neil@xn--bcher-kva.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "kari",
                "kari@agency",
                "@agency.example",
                "kari@@agency.example",
                "kari@agency..example",
                ".kari@agency.example",
                "kari.@agency.example",
                "kari@-agency.example",
                "kari@[127.0.0.1]",
                "kari@agency.example, ola@agency.example",
                "Kari <kari@agency.example>",
                "\"kari\"@agency.example",
                "kari@agency.example\r\nBcc: ola@agency.example",
                "kari\n@agency.example",
                "kari@agency.example\u0000",
                "kåre@agency.example",
            })
    void whatIsNotOneAddressIsNone(String text) {
        assertThat(MailAddressSyntax.parse(text)).isEmpty();
    }

    @Test
    void longAddressesAreNone() {
        assertThat(MailAddressSyntax.parse("a".repeat(64) + "@agency.example")).isPresent();
        assertThat(MailAddressSyntax.parse("a".repeat(65) + "@agency.example")).isEmpty();
        assertThat(MailAddressSyntax.parse("a@" + "b.".repeat(130) + "example")).isEmpty();
    }
}

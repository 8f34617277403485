package io.rapport.ingest.domain.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressParserTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann@example.com",
                "Ann@Example.COM",
                " ann@example.com\u200B",
                "\uFEFFann@example.com",
                "mailto:ann@example.com",
                "MAILTO:ann@example.com?subject=Hi",
                "<ann@example.com>",
                "Ann Lee <ann@example.com>",
                "\"Lee, Ann\" <ann@example.com>",
                "ann@example.com,",
                "ann@example.com.",
                "\u202Aann@example.com\u202C",
                "'ann@example.com",
                "'ann@example.com'",
                "(ann@example.com)",
                "ann@example.com (Ann Lee)",
                "ann\uFF20example.com",
                "ann@example.com;",
                "\u201Cann@example.com\u201D",
                "mailto:ann%40example.com",
                "<mailto:ann@example.com>",
                "[ann@example.com](mailto:ann@example.com)",
                "E-mail: ann@example.com",
                "ann\u00AD@example.com"
            })
    void readsTheAddressInEveryWrapping(String cell) {
        assertThat(EmailAddressParser.parse(cell)).containsExactly("ann@example.com");
        assertThat(ContactHasher.normalizeEmail(cell)).isEqualTo("ann@example.com");
    }

    static Stream<Arguments> severalAddresses() {
        return Stream.of(
                        "a@x.no ::: b@x.no",
                        "a@x.no; b@x.no",
                        "a@x.no,b@x.no",
                        "a@x.no / b@x.no",
                        "a@x.no|b@x.no",
                        "a@x.no\nb@x.no",
                        "A <a@x.no>, B <b@x.no>",
                        "a@x.no b@x.no",
                        "a@x.no;a@x.no;b@x.no",
                        "a@x.no and b@x.no",
                        "a@x.no/b@x.no")
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("severalAddresses")
    void readsSeveralAddresses(String cell) {
        assertThat(EmailAddressParser.parse(cell)).isEqualTo(List.of("a@x.no", "b@x.no"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"* Work", "nowhere", "@ann", "ann@", "", "a@b@c", "@"})
    void findsNoAddressInOtherText(String cell) {
        assertThat(EmailAddressParser.parse(cell)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"o'brien@example.com", "ann+news@example.com", "a_b-c.d@example.co.uk", "\u00E5se@eksempel.no"})
    void charactersOfAnAddressStay(String address) {
        assertThat(EmailAddressParser.parse(address)).containsExactly(address);
    }
}

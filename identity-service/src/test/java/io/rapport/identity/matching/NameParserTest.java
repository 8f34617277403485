package io.rapport.identity.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Dr. Jane Doe, PhD|jane|doe",
                "Doe, Jane|jane|doe",
                "Sanford D. Bishop, Jr.|sanford|bishop",
                "Ludwig van Beethoven|ludwig|vanbeethoven",
                "Mr Bean|bean|''",
                "<script>alert(1)</script>|script|script"
            })
    void findsGivenAndFamilyName(String text, String given, String family) {
        PersonName name = NameParser.full(text);

        assertThat(name.given()).isEqualTo(given);
        assertThat(name.family()).isEqualTo(family);
    }

    @Test
    void aNicknameInQuotesIsAnAlias() {
        PersonName name = NameParser.full("Henry C. \"Hank\" Johnson, Jr.");

        assertThat(name).isEqualTo(new PersonName("henry", List.of("c"), "johnson", List.of(), List.of("hank")));
    }

    @Test
    void anOrganisationLosesItsLegalForm() {
        assertThat(NameParser.organisation("Acme Holdings Ltd.")).isEqualTo("acme");
        assertThat(NameParser.organisation("Bäckerei GmbH & Co. KG")).isEqualTo("backerei");
        assertThat(NameParser.organisation("AG")).isEqualTo("ag");
    }

    @Test
    void formsOfAGivenNameAreRelated() {
        assertThat(Nicknames.related("robert", "bob")).isTrue();
        assertThat(Nicknames.related("bob", "robert")).isTrue();
        assertThat(Nicknames.related("bobby", "robbie")).isTrue();
        assertThat(Nicknames.related("bob", "bill")).isFalse();
    }
}

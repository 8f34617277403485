package io.rapport.identity.matching.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.identity.matching.text.NicknameForms;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameParserTest {

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
    void parsesGivenAndFamilyName(String text, String given, String family) {
        ParsedName name = PersonNameParser.parse(text);

        assertThat(name.given()).isEqualTo(given);
        assertThat(name.family()).isEqualTo(family);
    }

    @Test
    void quotedNicknameIsAnAlias() {
        ParsedName name = PersonNameParser.parse("Henry C. \"Hank\" Johnson, Jr.");

        assertThat(name).isEqualTo(new ParsedName("henry", List.of("c"), "johnson", List.of(), List.of("hank")));
    }

    @Test
    void legalFormIsRemovedFromOrganisation() {
        assertThat(PersonNameParser.organisation("Acme Holdings Ltd.")).isEqualTo("acme");
        assertThat(PersonNameParser.organisation("Bäckerei GmbH & Co. KG")).isEqualTo("backerei");
        assertThat(PersonNameParser.organisation("AG")).isEqualTo("ag");
    }

    @Test
    void familiarFormsAreRelated() {
        assertThat(NicknameForms.areRelated("robert", "bob")).isTrue();
        assertThat(NicknameForms.areRelated("bob", "robert")).isTrue();
        assertThat(NicknameForms.areRelated("bobby", "robbie")).isTrue();
        assertThat(NicknameForms.areRelated("bob", "bill")).isFalse();
    }
}

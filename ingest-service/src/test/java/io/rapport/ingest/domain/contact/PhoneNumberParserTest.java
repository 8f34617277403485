package io.rapport.ingest.domain.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumberParserTest {

    /** Stored hashes of numbers in E.164 form must not change with a library version. */
    @Test
    void everyExampleNumberInInternationalFormKeepsItsDigits() {
        var numbers = PhoneNumberUtil.getInstance();
        for (var region : numbers.getSupportedRegions()) {
            var example = numbers.getExampleNumber(region);
            var e164 = numbers.format(example, PhoneNumberFormat.E164).substring(1);
            for (var format : List.of(PhoneNumberFormat.E164, PhoneNumberFormat.INTERNATIONAL)) {
                assertThat(PhoneNumberParser.toDigits(numbers.format(example, format), null))
                        .as(region)
                        .contains(e164);
            }
            assertThat(PhoneNumberParser.toDigits(numbers.format(example, PhoneNumberFormat.NATIONAL), region))
                    .as(region)
                    .contains(e164);
        }
    }

    @ParameterizedTest
    @CsvSource({"+999 123 456,999123456", "+47 (0) 12 34 56,47123456"})
    void anUnassignedInternationalNumberKeepsItsDigits(String text, String digits) {
        assertThat(PhoneNumberParser.toDigits(text, null)).contains(digits);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "+47 911 22 333|''|4791122333",
                "0047-91122333|''|4791122333",
                "911 22 333|Norge|4791122333",
                "47 911 22 333|NO|4791122333",
                "(030) 123456|Deutschland|4930123456",
                "+49 (0)30 123456|''|4930123456",
                "030/123456 ext. 12|DEU|4930123456",
                "070-123 45 67|Sverige|46701234567",
                "202-224-3441|United States|12022243441",
                "202-224-3441|''|2022243441",
                "06 6982|IT|39066982",
                "911 22 333|Atlantis|91122333"
            },
            delimiter = '|')
    void notationsOfOneNumberHaveEqualDigits(String text, String country, String digits) {
        assertThat(PhoneNumberParser.toDigits(text, country.isEmpty() ? null : country))
                .contains(digits);
    }

    @ParameterizedTest
    @CsvSource({"12345", "call me", "1234567890123456", "ann@example.com", "''", "12,34"})
    void rejectsTextThatIsNotANumber(String text) {
        assertThat(PhoneNumberParser.toDigits(text, null)).isEmpty();
    }
}

package io.rapport.ingest.domain.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u202A+47 911 22 001\u202C",
                "tel:+4791122001",
                "tel:+47-911-22-001;ext=12",
                "whatsapp:+4791122001",
                "+\u0664\u0667\u0669\u0661\u0661\u0662\u0662\u0660\u0660\u0661",
                "\uFF0B\uFF14\uFF17\uFF19\uFF11\uFF11\uFF12\uFF12\uFF10\uFF10\uFF11",
                "+47\u2009911\u202F22\u00A0001",
                "+47 911 22 001 / 22 33 44 55",
                "Mob. +47 911 22 001",
                "4791122001.0",
                "'+4791122001",
                "(+47) 911 22 001",
                "+47 911 22 001 (mobil)",
                "Telefon: +47 911 22 001",
                "+47 911 22 001 x12",
                "+47 911 22 001, ext. 12",
                "+47 911 22 001 ::: +47 22 33 44 55",
                "+4791122001;+4722334455",
                "00 47 911\u201122\u2011001",
                "+47.911.22.001",
                "M: +47 911 22 001"
            })
    void everyNotationHasTheDigitsOfTheNumber(String text) {
        assertThat(PhoneNumberParser.toDigits(text, null)).contains("4791122001");
    }

    @Test
    void readsSeveralNumbers() {
        assertThat(PhoneNumberParser.parse("911 22 001 ::: 22 33 44 55", "NO"))
                .containsExactly("4791122001", "4722334455");
        assertThat(PhoneNumberParser.parse("0171 / 1234567", "DE")).containsExactly("491711234567");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.79112E+10", "call me at 5", "room 12", "#12", "no phone", "1.5", "2026-03-01T10:00"})
    void rejectsWhatOnlyLooksLikeANumber(String text) {
        assertThat(PhoneNumberParser.toDigits(text, null)).isEmpty();
    }
}

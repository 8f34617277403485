package io.rapport.ingest.domain.contact;

import io.rapport.ingest.domain.text.AccountReference;
import io.rapport.ingest.domain.text.BirthDateParser;
import io.rapport.ingest.domain.input.SampleRows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people can be reached by, and the day they were born. */
class ContactHasherTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

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
    void aNumberIsTheSameHoweverItIsWritten(String text, String country, String digits) {
        assertThat(PhoneNumberParser.toDigits(text, country.isEmpty() ? null : country))
                .contains(digits);
    }

    @ParameterizedTest
    @CsvSource({"12345", "call me", "1234567890123456", "ann@example.com", "''", "12,34"})
    void whatIsNoNumberIsNone(String text) {
        assertThat(PhoneNumberParser.toDigits(text, null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "1971-05-17",
                "19710517",
                "17.5.1971",
                "17/05/1971",
                "17-05-71",
                "1971/5/17",
                "17. mai 1971",
                "17 May 1971",
                "May 17, 1971",
                "17 maj 1971",
                "1971-05-17T00:00:00",
                "17.05.1971 00:00"
            },
            delimiter = '|')
    void aBirthDateIsReadHoweverItIsWritten(String text) {
        assertThat(BirthDateParser.parse(text, false, TODAY)).contains(LocalDate.of(1971, 5, 17));
    }

    @Test
    void monthsStandFirstWhereThatIsSaid() {
        assertThat(BirthDateParser.parse("5/17/1971", true, TODAY)).contains(LocalDate.of(1971, 5, 17));
        assertThat(BirthDateParser.parse("3. Oktober 1990", false, TODAY)).contains(LocalDate.of(1990, 10, 3));
        assertThat(BirthDateParser.parse("1.1.26", false, TODAY)).contains(LocalDate.of(2026, 1, 1));
        assertThat(BirthDateParser.parse("1.1.27", false, TODAY)).contains(LocalDate.of(1927, 1, 1));
    }

    @ParameterizedTest
    @CsvSource({"31.2.1971", "1.1.1700", "2030-01-01", "soon", "5/17/1971", "12", "''"})
    void whatIsNoBirthDateIsNone(String text) {
        assertThat(BirthDateParser.parse(text, false, TODAY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "x,@ann,ann",
        "x,https://x.com/ann?lang=en,ann",
        "linkedin,linkedin.com/in/ann-lee/,ann-lee",
        "facebook,https://www.facebook.com/profile.php?id=123,123",
        "mastodon,https://social.example/@ann,ann@social.example",
        "youtube,https://youtube.com/@ann,ann",
        "bluesky,https://bsky.app/profile/ann.bsky.social,ann.bsky.social",
        "bluesky,ann.bsky.social,ann.bsky.social"
    })
    void anAccountIsToldFromItsPage(String channel, String written, String handle) {
        assertThat(AccountReference.parse(written, channel).handle()).isEqualTo(handle);
    }

    @Test
    void addressesAndNumbersAreStruckOut() {
        assertThat(ContactRedactor.redactContacts("Ann,ann@example.com,\"+47 911 22 333\",2026-01-01,17"))
                .isEqualTo("Ann,(struck out),\"(struck out)\",2026-01-01,17");
    }

    @Test
    void hashesOfOneKindAndAgencyAreNotThoseOfAnother() {
        var hashes = SampleRows.HASHES;
        assertThat(java.util.Set.of(
                        hashes.hash("nord", "a@b.no", "f"),
                        hashes.hash("sued", "a@b.no", "f"),
                        hashes.hashEmailLocalPart("nord", "a@b.no", "f"),
                        hashes.hashEmailDomain("nord", "a@b.no", "f"),
                        hashes.hashPhone("nord", "123456", "f"),
                        hashes.hashPhone("sued", "123456", "f")))
                .hasSize(6);
    }
}

package io.rapport.identity.web.display;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.web.pages.PageLanguage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stored evidence in the language of the page. */
class EvidenceTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ann and bo                                     | ann og bo
                    salt and pepper and salt and vinegar           | salt and pepper og salt and vinegar
                    both ann                                       | begge ann
                    account 7 on x                                 | kontoen 7 på x
                    Written on the client list as ann on x         | Står på kundelisten som ann på x
                    On the client list as C-7                      | På kundelisten som C-7
                    First seen on mastodon                         | Først sett på mastodon
                    Likely the same person, at 0.9876              | Sannsynligvis samme person, med 0.9876
                    others the handle could belong to, and limits  | andre kontoen kan tilhøre, og grenser
                    born on different days                         | født på forskjellige dager
                    another given name                             | et annet fornavn
                    a contact that its sender typed                | en kontakt som avsenderen selv skrev
                    different accounts on x                        | forskjellige kontoer på x
                    About a person who was erased                  | Om en person som er slettet
                    acct:ann@one.example                           | acct:ann@one.example
                    """)
    void textsOfKnownFormsAreTranslated(String stored, String norwegian) {
        assertThat(EvidenceText.of(stored)).isEqualTo(stored);
        assertThat(PageLanguage.NORWEGIAN.call(() -> EvidenceText.of(stored))).isEqualTo(norwegian);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    MERGED by ann at 2026-05-04T10:00:00Z: the same | One person with, by ann, 4 May 2026, 10:00 UTC: the same
                    SPLIT by bo at 2026-05-04T10:00:00.123Z: About a person who was erased | Handles split off to, by bo, 4 May 2026, 10:00 UTC: About a person who was erased
                    """)
    void decisionsOfUsersAreShownInWords(String stored, String shown) {
        assertThat(EvidenceText.of(stored)).isEqualTo(shown);
        assertThat(PageLanguage.NORWEGIAN.call(() -> EvidenceText.of(stored)))
                .contains(", av ")
                .doesNotContain("UTC: About");
    }
}

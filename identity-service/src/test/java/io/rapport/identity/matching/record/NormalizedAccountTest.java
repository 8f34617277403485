package io.rapport.identity.matching.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.identity.matching.outcome.DeterministicRules;
import io.rapport.identity.matching.text.CommonValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalizedAccountTest {

    @ParameterizedTest
    @CsvSource({
        "twitter,@SenJohnBarrasso,x,senjohnbarrasso,senjohnbarrasso",
        "x,https://x.com/SenJohnBarrasso?lang=en,x,senjohnbarrasso,senjohnbarrasso",
        "facebook,doris.matsui,facebook,dorismatsui,dorismatsui",
        "mastodon,@ada@mastodon.social,mastodon,ada@mastodon.social,ada",
        "bluesky,ada.bsky.social,bluesky,ada.bsky.social,ada",
        "facebook,Rep-Daniel-M-Donovan-867632656644580,facebook,rep-daniel-m-donovan-867632656644580,repdanielmdonovan"
    })
    void normalizesSpellings(String channel, String written, String same, String name, String letters) {
        NormalizedAccount form = NormalizedAccount.of(new RecordAccount(channel, written, null));

        assertThat(form.channel()).isEqualTo(same);
        assertThat(form.name()).isEqualTo(name);
        assertThat(form.letters()).isEqualTo(letters);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UC8bJT16wpa7co50ELvpMTTg", "100089218152197", "did:plc:abc"})
    void opaqueNamesAreNotDistinctive(String written) {
        assertThat(NormalizedAccount.of(new RecordAccount("youtube", written, null))
                        .isDistinctive())
                .isFalse();
    }

    @Test
    void idTakesPrecedenceOverName() {
        NormalizedAccount before = NormalizedAccount.of(new RecordAccount("x", "RepShelley", "193794406"));
        NormalizedAccount after = NormalizedAccount.of(new RecordAccount("twitter", "SenCapito", "193794406"));
        NormalizedAccount taker = NormalizedAccount.of(new RecordAccount("x", "RepShelley", "5"));

        assertThat(DeterministicRules.sameAccount(before, after)).isTrue();
        assertThat(DeterministicRules.sameAccount(before, taker)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"info", "Team", "support2", "info@acme.com", "no-reply", "a", ""})
    void roleNamesAreTooCommon(String value) {
        assertThat(CommonValues.isTooCommon(value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"teamwork jones", "ada", "jane@acme.com"})
    void personalNamesAreNotTooCommon(String value) {
        assertThat(CommonValues.isTooCommon(value)).isFalse();
    }

    @Test
    void profilePageIsParsedAsAccount() {
        assertThat(WebPage.of("https://www.linkedin.com/in/ada-l/").account())
                .isEqualTo(new RecordAccount("linkedin", "ada-l", null));
        assertThat(WebPage.of("https://mastodon.social/@ada").account())
                .isEqualTo(new RecordAccount("mastodon", "@ada@mastodon.social", null));
        assertThat(WebPage.of("https://www.ada.example/about/").page()).isEqualTo("ada.example/about");
        assertThat(WebPage.of("https://www.ada.example/about/").account()).isNull();
        assertThat(WebPage.of("not a page")).isNull();
    }
}

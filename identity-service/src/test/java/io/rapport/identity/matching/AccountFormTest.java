package io.rapport.identity.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountFormTest {

    @ParameterizedTest
    @CsvSource({
        "twitter,@SenJohnBarrasso,x,senjohnbarrasso,senjohnbarrasso",
        "x,https://x.com/SenJohnBarrasso?lang=en,x,senjohnbarrasso,senjohnbarrasso",
        "facebook,doris.matsui,facebook,dorismatsui,dorismatsui",
        "mastodon,@ada@mastodon.social,mastodon,ada@mastodon.social,ada",
        "bluesky,ada.bsky.social,bluesky,ada.bsky.social,ada",
        "facebook,Rep-Daniel-M-Donovan-867632656644580,facebook,rep-daniel-m-donovan-867632656644580,repdanielmdonovan"
    })
    void oneSpellingForEach(String channel, String written, String same, String name, String letters) {
        AccountForm form = AccountForm.of(new Account(channel, written, null));

        assertThat(form.channel()).isEqualTo(same);
        assertThat(form.name()).isEqualTo(name);
        assertThat(form.letters()).isEqualTo(letters);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UC8bJT16wpa7co50ELvpMTTg", "100089218152197", "did:plc:abc"})
    void anIdInPlaceOfANameTellsNothingOfAPerson(String written) {
        assertThat(AccountForm.of(new Account("youtube", written, null)).isTelling())
                .isFalse();
    }

    @Test
    void theIdDecidesWhereBothHaveOne() {
        AccountForm before = AccountForm.of(new Account("x", "RepShelley", "193794406"));
        AccountForm after = AccountForm.of(new Account("twitter", "SenCapito", "193794406"));
        AccountForm taker = AccountForm.of(new Account("x", "RepShelley", "5"));

        assertThat(Certainty.sameAccount(before, after)).isTrue();
        assertThat(Certainty.sameAccount(before, taker)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"info", "Team", "support2", "info@acme.com", "no-reply", "a", ""})
    void whatManyShareIsTooCommon(String value) {
        assertThat(CommonValues.isTooCommon(value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"teamwork jones", "ada", "jane@acme.com"})
    void whatIsSomebodysIsNot(String value) {
        assertThat(CommonValues.isTooCommon(value)).isFalse();
    }

    @Test
    void aProfilePageIsAnAccount() {
        assertThat(Link.of("https://www.linkedin.com/in/ada-l/").account())
                .isEqualTo(new Account("linkedin", "ada-l", null));
        assertThat(Link.of("https://mastodon.social/@ada").account())
                .isEqualTo(new Account("mastodon", "@ada@mastodon.social", null));
        assertThat(Link.of("https://www.ada.example/about/").page()).isEqualTo("ada.example/about");
        assertThat(Link.of("https://www.ada.example/about/").account()).isNull();
        assertThat(Link.of("not a page")).isNull();
    }
}

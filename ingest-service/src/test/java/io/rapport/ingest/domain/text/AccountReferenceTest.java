package io.rapport.ingest.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountReferenceTest {

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
    void extractsTheHandleFromAProfileUrl(String channel, String written, String handle) {
        assertThat(AccountReference.parse(written, channel).handle()).isEqualTo(handle);
    }
}

package io.rapport.contracts.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelNamesTest {

    @ParameterizedTest
    @CsvSource({
        "Twitter,x",
        "twitter,x",
        "TWITTER ,x",
        "X,x",
        "X (formerly Twitter),x",
        "Twitter/X,x",
        "twitter.com,x",
        "Facebook,facebook",
        "FB,facebook",
        "Facebook Page,facebook",
        "Insta,instagram",
        "IG,instagram",
        "Linked-In,linkedin",
        "You Tube,youtube",
        "E-mail,email",
        "bsky,bluesky",
        "Live chat,chat",
        "Google Business,google-business",
        "acme.forum,acme.forum",
        "shop,shop"
    })
    void anAliasBecomesTheNameItStandsFor(String written, String channel) {
        assertThat(ChannelNames.canonical(written)).isEqualTo(channel);
    }
}

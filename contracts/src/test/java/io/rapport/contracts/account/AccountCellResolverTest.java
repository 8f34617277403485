package io.rapport.contracts.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountCellResolverTest {

    @ParameterizedTest
    @CsvSource({
        "x,@ann,ann",
        "Twitter,https://x.com/ann?lang=en,ann",
        "x,https://twitter.com/ann/status/123?s=20,ann",
        "x,x.com/ann/with_replies,ann",
        "x,https://mobile.twitter.com/@ann,ann",
        "x,https://twitter.com/#!/ann,ann",
        "x,https://twitter.com/intent/user?screen_name=ann,ann",
        "x,https://x.com/i/user/12345,12345",
        "linkedin,linkedin.com/in/ann-lee/,ann-lee",
        "linkedin,https://www.linkedin.com/in/ann-lee/en,ann-lee",
        "linkedin,https://no.linkedin.com/in/ann-lee/details/experience/?trk=x,ann-lee",
        "linkedin,https://www.linkedin.com/company/acme/about/,acme",
        "linkedin,https://www.linkedin.com/in/jos%C3%A9-lee/,josé-lee",
        "linkedin,https://www.linkedin.com/posts/ann-lee_coffee-activity-7000,ann-lee",
        "facebook,https://www.facebook.com/profile.php?id=123,123",
        "facebook,https://m.facebook.com/ann.lee/about,ann.lee",
        "facebook,https://www.facebook.com/people/Ann-Lee/100012345678901/,100012345678901",
        "facebook,https://www.facebook.com/p/Acme-Coffee-100012345678901/,100012345678901",
        "facebook,https://facebook.com/acme/posts/pfbid02?ref=share,acme",
        "facebook,https://facebook.com/groups/77/user/1234/,1234",
        "facebook,fb.com/acme,acme",
        "facebook,https://m.me/acme,acme",
        "instagram,https://www.instagram.com/bo.moe/reels/,bo.moe",
        "instagram,https://instagram.com/stories/bo.moe/123,bo.moe",
        "instagram,instagram.com/bo.moe/p/Cxyz/?hl=nb,bo.moe",
        "mastodon,https://social.example/@ann,ann@social.example",
        "mastodon,https://social.example/@ann/110123,ann@social.example",
        "mastodon,https://social.example/users/ann,ann@social.example",
        "mastodon,https://social.example/@ann@other.example,ann@other.example",
        "mastodon,@ann@social.example,ann@social.example",
        "youtube,https://youtube.com/@ann/videos,ann",
        "youtube,https://www.youtube.com/channel/UCaBcDeF/featured,UCaBcDeF",
        "youtube,https://www.youtube.com/c/AnnLee,AnnLee",
        "youtube,https://m.youtube.com/user/AnnLee/playlists,AnnLee",
        "bluesky,https://bsky.app/profile/ann.bsky.social/post/3k,ann.bsky.social",
        "bluesky,ann.bsky.social,ann.bsky.social",
        "bluesky,https://bsky.app/profile/did:plc:abc,did:plc:abc",
        "reddit,u/ann,ann",
        "reddit,/u/ann/,ann",
        "reddit,https://old.reddit.com/user/ann/comments/,ann",
        "reddit,https://www.reddit.com/r/u_ann/,ann",
        "tiktok,https://www.tiktok.com/@ann/video/71,ann",
        "tiktok,https://m.tiktok.com/h5/share/usr/123.html,123",
        "threads,https://www.threads.net/@ann/post/C1,ann",
        "telegram,https://t.me/s/ann,ann",
        "whatsapp,https://wa.me/4791122333,4791122333",
        "snapchat,https://www.snapchat.com/add/ann,ann",
        "pinterest,https://www.pinterest.de/ann/kaffee/,ann",
        "forum,https://forum.example/members/ann,ann",
        "x,<https://x.com/ann>,ann",
        "x,HTTPS://X.COM/Ann/,Ann",
    })
    void extractsTheAccount(String channel, String written, String account) {
        assertThat(AccountCellResolver.resolve(written, channel).account()).isEqualTo(account);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://x.com/i/status/123",
                "https://x.com/search?q=acme",
                "https://www.instagram.com/p/Cxyz/",
                "https://www.youtube.com/watch?v=abc",
                "https://youtu.be/abc",
                "https://www.facebook.com/groups/77/",
                "https://www.facebook.com/sharer/sharer.php?u=x",
                "https://www.linkedin.com/feed/update/urn:li:activity:7/",
                "https://www.reddit.com/r/coffee/",
                "https://vm.tiktok.com/ZM1/",
                "https://x.com/",
                "https://acme.example/team/ann"
            })
    void pagesThatBelongToNoAccountHaveNone(String link) {
        var reference = AccountCellResolver.resolve(link, "x");

        assertThat(reference.account()).isNull();
        assertThat(reference.link()).isEqualTo(link);
    }

    @ParameterizedTest
    @CsvSource({
        "x,https://www.instagram.com/ann,instagram",
        "facebook,youtube.com/@ann,youtube",
        "twitter,https://de.linkedin.com/in/ann,linkedin",
        "twitter,@ann,x",
        "mastodon,https://social.example/@ann,mastodon"
    })
    void theHostOfAKnownPlatformDeterminesTheChannel(String channel, String written, String found) {
        assertThat(AccountCellResolver.resolve(written, channel).channel()).isEqualTo(found);
    }

    @Test
    void removesInvisibleCharacters() {
        assertThat(AccountCellResolver.resolve("\u200E@ann\uFEFF", "x").account())
                .isEqualTo("ann");
    }

    @Test
    void aBlogIsItsAddress() {
        assertThat(AccountCellResolver.resolve("https://ann.example/blog", "blog")
                        .account())
                .isEqualTo("https://ann.example/blog");
    }
}

package io.rapport.standalone.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Accounts: of staff, of clients by the addresses of their pages, in other spellings, and words that stand for none. */
final class AccountUploads {

    private AccountUploads() {}

    static List<UploadCase> cases() {
        return List.of(
                UploadCase.of("a word for no account joins no clients", AccountUploads::noAccount),
                UploadCase.of("a client is found by the address of a page", AccountUploads::pages),
                UploadCase.of("an account id that a spreadsheet rounded is refused", AccountUploads::roundedIds),
                UploadCase.of("staff of Twitter are staff of X", AccountUploads::staffChannel),
                UploadCase.of("staff are recognised by name, page and in any case", AccountUploads::staffNames),
                UploadCase.of("a deleted account is no person", AccountUploads::deletedAccounts),
                UploadCase.of("an account name is the same in other code points", AccountUploads::codePoints),
                UploadCase.of("account ids differ in case", AccountUploads::caseOfIds));
    }

    private static void noAccount(UploadBrand brand) {
        brand.clients("""
                id,name,email,instagram
                1,Jorunn Vik,jorunn@vik.example,unknown
                2,Ketil Moen,ketil@moen.example,Unknown
                3,Laila Aas,laila@aas.example,@unknown
                4,Marte Lie,marte@lie.example,n/a
                """);
        brand.send(InteractionRow.of("instagram", "COMMENT")
                .actor("id", "9001")
                .actor("name", "unknown")
                .actor("displayName", "Una Known"));

        brand.settledUntil(() -> {
            assertThat(brand.ownerOf("9001").path("client").asBoolean()).isFalse();
            assertThat(brand.clientIds()).containsExactly("1", "2", "3", "4");
        });
    }

    private static void pages(UploadBrand brand) {
        brand.clients("""
                id,name,youtube,instagram,twitter,facebook,reddit,tiktok,bluesky
                1,Asta Holm,https://m.youtube.com/@astaholm/shorts,,,,,,
                2,Birk Eng,,instagram.com/birk.eng/?hl=nb,,,,,
                3,Cato Lie,,,https://twitter.com/catolie/status/1790000000000000000,,,,
                4,Dagny Moe,,,,https://nb-no.facebook.com/dagny.moe/photos,,,
                5,Espen Vik,,,,,https://old.reddit.com/user/espenvik/comments,,
                6,Frode Aas,,,,,,tiktok.com/@frodeaas?lang=en,
                7,Guri Dal,,,,,,,https://bsky.app/profile/guri.example.org
                """);
        brand.send(
                comment("youtube", "y1", "astaholm"),
                comment("instagram", "i1", "birk.eng"),
                comment("x", "x1", "CatoLie"),
                comment("facebook", "f1", "dagny.moe"),
                comment("reddit", "r1", "espenvik"),
                comment("tiktok", "t1", "frodeaas"),
                comment("bluesky", "did:plc:g1", "guri.example.org"));

        brand.settledUntil(() -> {
            assertThat(brand.clientsWithAccount()).hasSize(7);
            assertThat(brand.people()).hasSize(7);
        });
    }

    private static void roundedIds(UploadBrand brand) {
        var answer = brand.file("""
                sourceId,occurredAt,channel,kind,direction,actor.id,actor.name,content.text
                a,2026-03-01T09:00:00Z,x,MENTION,INBOUND,9.87654E+17,siri,Lovely roast
                b,2026-03-01T09:01:00Z,x,MENTION,INBOUND,"9,87654E+17",trond,Sour roast
                c,2026-03-01T09:02:00Z,x,MENTION,INBOUND,987654321012345678,ulf,Fine roast
                """);

        assertThat(answer.accepted()).isOne();
        assertThat(answer.body().path("rejected").findValuesAsString("message"))
                .hasSize(2)
                .allSatisfy(message -> assertThat(message).containsIgnoringCase("spreadsheet"));
    }

    private static void staffChannel(UploadBrand brand) {
        brand.staff("channel,handle\nTwitter,house_care\n");
        brand.send(
                share("twitter", "house_care"),
                share("Twitter", "house_care"),
                share("x", "house_care"),
                share("x", "someone_else"));

        assertStaffWithheld(brand, 3);
    }

    private static void staffNames(UploadBrand brand) {
        brand.staff("channel,handle\nx,@House_Desk\nx,https://twitter.com/house_news?lang=no\ninstagram,house.BAR\n");
        brand.send(
                share("x", "house_desk").actor("id", "201"),
                share("x", "HOUSE_NEWS").actor("id", "202"),
                share("instagram", "house.bar").actor("id", "203"),
                share("instagram", "@house.bar").actor("id", "203"),
                share("x", "someone_else").actor("id", "204"));

        assertStaffWithheld(brand, 4);
    }

    /** One row is scored, the others are withheld, and staff are no people. */
    private static void assertStaffWithheld(UploadBrand brand, int rows) {
        brand.settledUntil(() -> {
            assertThat(brand.accounts().path("withheld").path("staff").asInt()).isEqualTo(rows);
            assertThat(brand.accounts().path("scored").asInt()).isOne();
            assertThat(brand.people())
                    .filteredOn(person -> person.path("strength").asDouble() > 0)
                    .hasSize(1);
        });
    }

    private static void deletedAccounts(UploadBrand brand) {
        var answer = brand.send(
                comment("reddit", null, "[deleted]"),
                comment("reddit", null, "[removed]"),
                comment("facebook", null, "Facebook User"),
                comment("web", null, "Anonymous"),
                comment("github", "ghost", "ghost"),
                comment("chat", "undefined", null),
                comment("reddit", "t2_kari", "kari_reads"));

        assertThat(answer.accepted()).isOne();
        assertThat(answer.rejectedCodes()).hasSize(6);
        brand.settledUntil(() -> {
            assertThat(brand.strengthOf("kari_reads")).isPositive();
            assertThat(brand.people()).hasSize(1);
        });
    }

    private static void codePoints(UploadBrand brand) {
        brand.clients("id,name,handle.instagram\n7,Renée Müller,rene\u0301e.mu\u0308ller\n");
        brand.send(comment("instagram", "701", "renée.müller"), comment("instagram", "702", "renee.muller.fan"));

        brand.settledUntil(() -> {
            assertThat(brand.ownerOf("701").path("client").asBoolean()).isTrue();
            assertThat(brand.ownerOf("702").path("client").asBoolean()).isFalse();
        });
    }

    private static void caseOfIds(UploadBrand brand) {
        brand.clients("id,name,handle.youtube\n3,Sander Lunde,UCxYz0AbCd\n");
        brand.send(comment("youtube", "UCxyz0abcd", "Another channel"));
        brand.settle();
        brand.send(comment("youtube", "UCxYz0AbCd", "Sander L"));

        brand.settledUntil(() -> {
            assertThat(brand.ownerOf("UCxYz0AbCd").path("client").asBoolean()).isTrue();
            assertThat(brand.ownerOf("UCxyz0abcd").path("client").asBoolean()).isFalse();
        });
    }

    private static InteractionRow comment(String channel, @Nullable String id, @Nullable String name) {
        var row = InteractionRow.of(channel, "COMMENT").text("Great coffee, thank you!");
        if (id != null) {
            row.actor("id", id);
        }
        return name == null ? row : row.actor("name", name);
    }

    private static InteractionRow share(String channel, String name) {
        return InteractionRow.of(channel, "SHARE").actor("name", name);
    }
}

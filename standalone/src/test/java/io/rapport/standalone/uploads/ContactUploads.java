package io.rapport.standalone.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Addresses and telephone numbers: shared, placeholders, wrapped, several in a cell, and of erased people. */
final class ContactUploads {

    private static final String SHARED = "id,name,email\n51,Ingrid Solberg,post@solberg.example\n52,%s\n";

    private ContactUploads() {}

    static List<UploadCase> cases() {
        return List.of(
                UploadCase.of("two clients with one mailbox stay two people", ContactUploads::sharedMailbox),
                UploadCase.of(
                        "clients with a placeholder address stay people of their own", ContactUploads::placeholder),
                UploadCase.of("a corrected list separates who shared a mailbox", ContactUploads::corrected),
                UploadCase.of("every address in a cell finds the client", ContactUploads::severalAddresses),
                UploadCase.of("an apostrophe that guards a number is not part of it", ContactUploads::apostrophes),
                UploadCase.of("an address is read without what exports put around it", ContactUploads::wrappers),
                UploadCase.of("a telephone number is read in every way it is written", ContactUploads::phones),
                UploadCase.of("an unusable detail of an actor is left out, not the row", ContactUploads::badDetails),
                UploadCase.of("an erased address stays out as an account id or name", ContactUploads::erased));
    }

    private static void sharedMailbox(UploadBrand brand) {
        brand.clients(SHARED.formatted("Tomas Solberg,post@solberg.example"));
        brand.send(mail("m-1", "post@solberg.example").actor("displayName", "Ingrid Solberg"));

        brand.settledUntil(() -> {
            assertThat(brand.ownerOf("m-1").path("name").asString("")).isEqualTo("Ingrid Solberg");
            assertThat(brand.clientIds()).containsExactly("51", "52");
        });
    }

    private static void placeholder(UploadBrand brand) {
        var names =
                List.of("Arne Bo", "Bente Dal", "Carl Eng", "Dina Foss", "Egil Gran", "Fia Hov", "Geir Ims", "Hege Jo");
        var rows = IntStream.range(0, names.size())
                .mapToObj(i -> i + 60 + "," + names.get(i) + ",none@none.com")
                .collect(Collectors.joining("\n"));
        brand.clients("id,name,email\n" + rows);
        brand.send(InteractionRow.of("shop", "PURCHASE")
                .actor("id", "counter-3")
                .actor("displayName", "Counter sale")
                .actor("email", "none@none.com"));

        brand.settledUntil(() -> {
            assertThat(brand.ownerOf("counter-3").path("client").asBoolean()).isFalse();
            assertThat(brand.clientIds()).hasSize(names.size());
        });
    }

    private static void corrected(UploadBrand brand) {
        brand.clients(SHARED.formatted("Tomas Solberg,post@solberg.example"));
        brand.send(mail("m-2", "post@solberg.example").actor("displayName", "Tomas Solberg"));
        brand.settle();
        brand.clients(SHARED.formatted("Tomas Solberg,tomas@solberg.example"));

        brand.settledUntil(() -> assertThat(brand.clientIds()).containsExactly("51", "52"));
    }

    private static void severalAddresses(UploadBrand brand) {
        brand.clients("""
                First Name,Last Name,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value
                Nora,Vik,* myContacts ::: Wholesale,* Home,nora@vik.example ::: n.vik@work.example,Mobile,+47 911 22 301 ::: +47 911 22 302
                Olga,Ness,* myContacts,* Work,olga@ness.example ::: ness@work.example,,
                """);
        brand.send(
                mail("n-1", "n.vik@work.example"),
                mail("o-1", "olga@ness.example"),
                mail("o-2", "ness@work.example"),
                call("n-2", "+4791122302"));

        brand.settledUntil(() -> {
            assertThat(brand.clientsWithAccount()).containsExactly("Nora Vik", "Olga Ness");
            assertThat(brand.people()).hasSize(2);
        });
    }

    private static void apostrophes(UploadBrand brand) {
        brand.clients("""
                Customer ID,First Name,Last Name,Email,Default Address Country Code,Default Address Zip,Phone,Total Spent
                '6100223344556,Lotte,Smit,Lotte@smit.example,NL,'3511CD,'+31687654321,88.00
                """);
        brand.send(call("phone-9", "+31 6 8765 4321"));

        brand.settledUntil(() -> {
            assertThat(brand.clientIds()).containsExactly("6100223344556");
            assertThat(brand.ownerOf("phone-9").path("name").asString("")).isEqualTo("Lotte Smit");
        });
    }

    private static void wrappers(UploadBrand brand) {
        assertFound(
                brand,
                "email",
                List.of(
                        "w0@wrap.example\u200b",
                        "\ufeffw1@wrap.example",
                        "MAILTO:w2@wrap.example",
                        "<w3@wrap.example>",
                        "\"\"Anders Wee\"\" <w4@wrap.example>",
                        "w5@wrap.example,",
                        " w6@wrap.example. ",
                        "\u202aw7@wrap.example\u202c",
                        "'w8@wrap.example",
                        "mailto:w9@wrap.example?subject=Hello"),
                i -> mail("a" + i, "w" + i + "@wrap.example"));
    }

    private static void phones(UploadBrand brand) {
        assertFound(
                brand,
                "mobile",
                List.of(
                        "\u202a+47 911 33 000\u202c",
                        "tel:+47-911-33-001",
                        "whatsapp:+4791133002",
                        "+٤٧٩١١٣٣٠٠٣",
                        "＋４７９１１３３００４",
                        "+47\u202f911\u202f33\u202f005",
                        "+47 911 33 006 / 22 33 44 66",
                        "Mobil: +47 911 33 007",
                        "4791133008.0",
                        "0047 911 33 009"),
                i -> call("a" + i, "+479113300" + i));
    }

    /** Every client with one of the cells is found by the interaction of the same number. */
    private static void assertFound(
            UploadBrand brand, String column, List<String> cells, IntFunction<InteractionRow> seen) {
        var names = List.of(
                "Ada Aas",
                "Bo Brun",
                "Cy Dal",
                "Di Eng",
                "Eli Foss",
                "Fam Gran",
                "Gry Hov",
                "Hal Ims",
                "Ida Jo",
                "Kai Lie");
        brand.clients("id,name," + column + "\n"
                + IntStream.range(0, cells.size())
                        .mapToObj(i -> i + "," + names.get(i) + ",\"" + cells.get(i) + "\"")
                        .collect(Collectors.joining("\n")));
        brand.send(IntStream.range(0, cells.size()).mapToObj(seen).toArray());

        brand.settledUntil(() -> IntStream.range(0, cells.size())
                .forEach(i -> assertThat(brand.ownerOf("a" + i).path("name").asString(""))
                        .as(cells.get(i))
                        .isEqualTo(names.get(i))));
    }

    private static void badDetails(UploadBrand brand) {
        var answer = brand.send(
                InteractionRow.of("x", "COMMENT").actor("id", "d1").actor("email", "not given"),
                InteractionRow.of("x", "COMMENT").actor("id", "d2").actor("email", "-"),
                InteractionRow.of("x", "COMMENT").actor("id", "d3").actor("phone", "withheld"),
                InteractionRow.of("x", "COMMENT").actor("id", "d4").actor("phone", "whatsapp:+4791155222"),
                InteractionRow.of("x", "COMMENT").actor("id", "d5").actor("followers", "3.4M"));

        assertThat(answer.accepted()).isEqualTo(5);
        assertThat(answer.body().path("warnings").findValuesAsString("field")).contains("actor.email");
    }

    private static void erased(UploadBrand brand) {
        brand.clients("id,name,email\n81,Wilma Ek,wilma@ek.example\n82,Yngve Berg,yngve@berg.example\n");
        brand.settledUntil(() -> assertThat(brand.clientIds()).containsExactly("81", "82"));
        brand.erase("81");

        var answer = brand.send(
                InteractionRow.of("email", "EMAIL").actor("id", "wilma@ek.example"),
                InteractionRow.of("email", "EMAIL").actor("id", "q7").actor("name", "Wilma@Ek.example"),
                InteractionRow.of("email", "EMAIL").actor("id", "mailto:wilma@ek.example"),
                InteractionRow.of("email", "EMAIL").actor("id", "q8").actor("displayName", "Wilma <wilma@ek.example>"));

        assertThat(answer.rejectedCodes()).hasSize(4).containsOnly("SUPPRESSED");
        assertThat(answer.body().toString()).doesNotContainIgnoringCase("wilma@ek.example");
    }

    private static InteractionRow mail(String account, String address) {
        return InteractionRow.of("email", "EMAIL").actor("id", account).actor("email", address);
    }

    private static InteractionRow call(String account, String number) {
        return InteractionRow.of("phone", "CALL").actor("id", account).actor("phone", number);
    }
}

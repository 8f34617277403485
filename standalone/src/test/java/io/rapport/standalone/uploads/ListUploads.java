package io.rapport.standalone.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Client lists: where the table begins and ends, what its columns mean, and what its cells say. */
final class ListUploads {

    private ListUploads() {}

    static List<UploadCase> cases() {
        return List.of(
                UploadCase.of("the notes above the header of a LinkedIn export are skipped", ListUploads::preamble),
                UploadCase.of("a list without a header loses no client", ListUploads::headerless),
                UploadCase.of("a label column of a Google export holds no addresses", ListUploads::labels),
                UploadCase.of("cells that a spreadsheet left out are empty", ListUploads::trailingCells),
                UploadCase.of("quotes written with a backslash end no cell", ListUploads::backslashQuotes),
                UploadCase.of("the words of databases for nothing are nothing", ListUploads::nullCells),
                UploadCase.of("the number of an order is nobody's name", ListUploads::orderNumbers),
                UploadCase.of("a company without a contact is named after itself", ListUploads::companies),
                UploadCase.of("a search for a Turkish name ignores the dots", ListUploads::turkishSearch));
    }

    private static void preamble(UploadBrand brand) {
        var answer = brand.clients("""
                Notes:
                "Some of the email addresses are missing, because connections may choose, who can download theirs."

                First Name,Last Name,URL,Email Address,Company,Position,Connected On
                Signe,Lund,https://www.linkedin.com/in/signe-lund-77,signe@lund.example,Nordkaffe AS,Buyer,11 Feb 2026
                Emre,"Kaya, MBA",https://www.linkedin.com/in/emre-kaya,,"Liman, Ltd.",Roaster,03 Jan 2025
                ,,,,,,09 Sep 2020
                """);

        assertThat(answer.accepted()).isEqualTo(2);
        brand.settledUntil(() ->
                assertThat(brand.identityNames()).hasSize(2).first().asString().startsWith("Emre Kaya"));
    }

    private static void headerless(UploadBrand brand) {
        var answer = brand.clients("""
                31;Frida Holm;frida@holm.example
                32;Gustav Ek;gustav@ek.example
                33;Hedda Lie;hedda@lie.example
                34;Isak Moe;isak@moe.example
                """);

        assertThat(answer.accepted()).isEqualTo(4);
        assertThat(answer.body().toString()).contains("header");
        brand.settledUntil(() -> assertThat(brand.clientIds()).containsExactly("31", "32", "33", "34"));
    }

    private static void labels(UploadBrand brand) {
        var rows = IntStream.rangeClosed(1, 230)
                .mapToObj(i -> i <= 215
                        ? "Given%1$d,Family%1$d,* Private,g%1$d@list.example,,".formatted(i)
                        : "Given%1$d,Family%1$d,* Private,g%1$d@list.example,* Office,o%1$d@work.example".formatted(i))
                .collect(Collectors.joining("\n"));
        var answer = brand.clients(
                "First Name,Last Name,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value\n" + rows);

        assertThat(answer.accepted()).isEqualTo(230);
        assertThat(answer.body().path("rejectedRows").asInt()).isZero();
    }

    private static void trailingCells(UploadBrand brand) {
        var rows = IntStream.rangeClosed(1, 30)
                .mapToObj(i -> "%1$d;Person No%1$d;p%1$d@row.example".formatted(i) + (i <= 12 ? ";" : ""))
                .collect(Collectors.joining("\n"));

        assertThat(brand.clients("id;name;email;remarks\n" + rows).accepted()).isEqualTo(30);
    }

    private static void backslashQuotes(UploadBrand brand) {
        var answer = brand.clients("""
                id,name,remark
                21,Mona Dahl,a
                22,"Peter \\"Pete\\" Holt",b
                23,Rita Sand,c
                """);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.accepted()).isEqualTo(3);
        brand.settledUntil(() -> assertThat(brand.identityNames()).contains("Peter \"Pete\" Holt"));
    }

    private static void nullCells(UploadBrand brand) {
        var answer = brand.clients("""
                id,name,email,phone
                NULL,Nina Rask,nina@rask.example,N/A
                null,Odd Berg,odd@berg.example,-
                12,Pia Strand,NULL,NULL
                n/a,Quirin Falk,#N/A,null
                """);

        assertThat(answer.body().path("rejectedRows").asInt()).isZero();
        brand.settledUntil(() -> {
            assertThat(brand.identityNames()).containsExactly("Nina Rask", "Odd Berg", "Pia Strand", "Quirin Falk");
            assertThat(brand.clientIds()).hasSize(4).contains("12").doesNotContain("NULL", "null", "n/a");
        });
    }

    private static void orderNumbers(UploadBrand brand) {
        brand.clients("""
                Name,Email,Financial Status,Paid at,Total,Currency,Created at,Lineitem name,Billing Name,Billing Country,Id
                #2001,rune@falk.example,paid,2026-02-01 10:00:00 +0100,59.00,NOK,2026-02-01 09:58:00 +0100,Filter,Rune Falk,NO,
                #2001,rune@falk.example,,,,,2026-02-01 09:58:00 +0100,Mug,,,
                #2002,tuva@berg.example,paid,2026-02-02 10:00:00 +0100,19.00,NOK,2026-02-02 09:58:00 +0100,Cup,Tuva Berg,NO,
                """);

        brand.settledUntil(() -> assertThat(brand.identityNames()).hasSize(2).noneMatch(name -> name.startsWith("#")));
    }

    private static void companies(UploadBrand brand) {
        brand.clients("""
                First Name,Last Name,Company,Phone
                ,,Kaffehuset Hjørnet AS,+47 22 11 00 33
                Vera,Dal,Brygga Bar,+47 22 11 00 44
                ,,Stazione Centrale,+39 0471 98 76 54
                """);

        brand.settledUntil(() -> assertThat(brand.identityNames())
                .containsExactly("Kaffehuset Hjørnet AS", "Stazione Centrale", "Vera Dal"));
    }

    private static void turkishSearch(UploadBrand brand) {
        brand.clients("id,name\n1,İlkay Şahin\n2,ilkay demir\n3,IŞIL ÖZ\n");

        brand.settledUntil(() -> {
            assertThat(brand.namesFound("ilkay")).containsExactlyInAnyOrder("İlkay Şahin", "ilkay demir");
            assertThat(brand.namesFound("İLKAY")).hasSize(2);
            assertThat(brand.namesFound("ışıl")).containsExactly("IŞIL ÖZ");
        });
    }
}

package io.rapport.ingest.domain.clientlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.contracts.identity.ClientHandle;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.ingest.domain.column.ClientListColumns;
import io.rapport.ingest.domain.contact.ContactRedactor;
import io.rapport.ingest.domain.delivery.DeliveryFailedException;
import io.rapport.ingest.domain.delivery.RecordingEngagementSink;
import io.rapport.ingest.domain.input.InputRow;
import io.rapport.ingest.domain.input.IntakeRequest;
import io.rapport.ingest.domain.input.RowRejection;
import io.rapport.ingest.domain.input.SampleRows;
import io.rapport.ingest.domain.input.SampleRows.SampleRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientListIntakeTest {

    private final RecordingEngagementSink sink = new RecordingEngagementSink();
    private final InMemoryClientDigestRepository digests = new InMemoryClientDigestRepository();
    private int imports = 1;
    private Runnable between = () -> {};

    /** Imports rows. */
    private ClientListReceipt send(boolean complete, List<Map<String, Object>> rows) {
        sink.clients.clear();
        var header =
                rows.stream().flatMap(row -> row.keySet().stream()).distinct().toList();
        var sample = new ArrayList<InputRow>();
        rows.forEach(row -> sample.add(new SampleRow(sample.size() + 2, row)));
        var columns = ClientListColumns.detect(header, sample, Map.of(), Map.of());
        var request = new IntakeRequest(
                SampleRows.BRAND, new UUID(0, imports), SampleRows.NOW.plusSeconds(imports++), null, null);
        var intake = new ClientListIntake(request, columns, SampleRows.HASHES, sink, digests);
        sample.forEach(intake::process);
        return intake.complete(complete, between);
    }

    private ClientListReceipt send(Map<String, Object>... rows) {
        return send(false, List.of(rows));
    }

    private static Map<String, Object> row(String... cells) {
        var row = new LinkedHashMap<String, Object>();
        for (var at = 0; at < cells.length; at += 2) {
            row.put(cells[at], cells[at + 1]);
        }
        return row;
    }

    private ClientListed only() {
        assertThat(sink.clients).hasSize(1);
        return sink.clients.get(0);
    }

    @Test
    @SuppressWarnings("unchecked")
    void readsAllFields() {
        send(row(
                "Kundenr",
                "17",
                "Fornavn",
                "Kari",
                "Etternavn",
                "Nordmann",
                "E-post",
                " Kari@Example.NO ",
                "Mobil",
                "911 22 333",
                "Land",
                "Norge",
                "Fødselsdato",
                "17.5.1971",
                "Firma",
                "Fjord AS",
                "Gateadresse",
                "Storgata",
                "Husnr",
                "5",
                "Postnr",
                "0155",
                "Poststed",
                "Oslo",
                "Fylke",
                "Oslo",
                "Nettside",
                "https://kari.example.no",
                "Twitter",
                "https://twitter.com/kari",
                "Notat",
                "=VIP"));

        var client = only();
        assertThat(client.client()).isEqualTo("17");
        assertThat(client.name()).isEqualTo("Kari Nordmann");
        assertThat(client.emailHash()).isEqualTo(SampleRows.HASHES.hashEmail("nord", "kari@example.no", "email"));
        assertThat(client.handles()).containsExactly(new ClientHandle("x", "kari"));
        assertThat(client.fields()).containsExactly(Map.entry("Notat", "=VIP"));
        var details = client.details();
        assertThat(details).isNotNull();
        assertThat(details.emailLocalHash())
                .isEqualTo(SampleRows.HASHES.hashEmailLocalPart("nord", "kari@x.no", "email"));
        assertThat(details.emailDomainHash())
                .isEqualTo(SampleRows.HASHES.hashEmailDomain("nord", "x@example.no", "email"));
        assertThat(details.phoneHash()).isEqualTo(SampleRows.HASHES.hashPhone("nord", "4791122333", "phone"));
        assertThat(details.birthDate()).isEqualTo("1971-05-17");
        assertThat(details.street()).isEqualTo("Storgata 5");
        assertThat(details.links()).containsExactly("https://kari.example.no", "https://twitter.com/kari");
        assertThat(List.of(
                        details.organisation(),
                        details.postcode(),
                        details.city(),
                        details.region(),
                        details.country()))
                .containsExactly("Fjord AS", "0155", "Oslo", "Oslo", "Norge");
        assertThat(details.givenName() + details.familyName()).isEqualTo("KariNordmann");
    }

    @Test
    @SuppressWarnings("unchecked")
    void publishesNoClearContacts() {
        send(
                row(
                        "id",
                        "1",
                        "name",
                        "Ann <ann@example.com>",
                        "notes",
                        "mail ann@example.com",
                        "email",
                        "ann@example.com",
                        "phone",
                        "+47 911 22 333"),
                row("id", "2", "name", "B", "notes", "x", "email", "no address", "phone", "+47 922 33 444"));

        assertThat(sink.clients.toString()).doesNotContain("ann@", "example.com", "911 22", "4791122333");
        assertThat(sink.rejected).singleElement().satisfies(rejected -> {
            assertThat(rejected.raw()).doesNotContain("922 33").contains(ContactRedactor.REDACTED);
            assertThat(rejected.source()).isEqualTo("clients");
        });
    }

    @Test
    @SuppressWarnings("unchecked")
    void aRepeatedImportPublishesOnlyChanges() {
        var first = send(row("id", "1", "name", "Ann", "city", "Oslo"), row("id", "2", "name", "Bo", "city", "Bergen"));
        assertThat(first.counts()).isEqualTo(new ClientListReceipt.Counts(2, 2, 0, 0, 0, 0, 0));

        var again = send(row("city", "Oslo", "name", "Ann", "id", "1"), row("city", "Bergen", "name", "Bo", "id", "2"));
        assertThat(again.counts()).isEqualTo(new ClientListReceipt.Counts(2, 0, 0, 2, 0, 0, 0));
        assertThat(sink.clients).isEmpty();

        var corrected =
                send(row("id", "1", "name", "Ann", "city", "Oslo"), row("id", "2", "name", "Bo", "city", "Bodø"));
        assertThat(corrected.counts()).isEqualTo(new ClientListReceipt.Counts(2, 0, 1, 1, 0, 0, 0));
        assertThat(only().client()).isEqualTo("2");
        assertThat(sink.unlisted).isEmpty();
    }

    /** Columns of orders exports; the order's number stands where a list has the name. */
    @ParameterizedTest
    @CsvSource({
        "Name,#1050,Billing Name,Kim Koper,Kim Koper",
        "Name,1050,Shipping Name,Kim Koper,Kim Koper",
        "Name,#1050,Customer Name,Kim Koper,Kim Koper",
        "Name,SO1050,Buyer Name,Kim Koper,Kim Koper",
        "Name,Order 1050,Recipient Name,Kim Koper,Kim Koper",
        "Name,INV-2024-001,Delivery Name,Kim Koper,Kim Koper",
        "Navn,Ordre 1050,Fakturanavn,Kim Koper,Kim Koper",
        "Name,#1050,Billing Company,Tea House BV,",
        "Name,2024-R-0012,Bill-to Name,Koper BV,Koper BV",
        "Name,Kim Koper,Billing Name,Tea House BV,Kim Koper",
        "Name,#1050,Billing First Name,Kim,Kim",
        "Name,(1050),Contact Name,Kim Koper,Kim Koper",
    })
    void aCustomerIsNotNamedAfterTheOrder(
            String column, String number, String other, String value, @Nullable String name) {
        var receipt = send(row("Email", "koper@example.com", column, number, other, value));

        assertThat(receipt.counts().added()).isOne();
        assertThat(only().name()).isEqualTo(name);
        if (!number.equals("Kim Koper")) {
            assertThat(only().fields()).containsEntry(column, number);
        }
    }

    @Test
    void furtherLinesOfAnOrderAreRowsOfItsCustomer() {
        var receipt = send(
                row(
                        "Name",
                        "#1050",
                        "Email",
                        "koper@example.com",
                        "Billing Name",
                        "Kim Koper",
                        "Billing City",
                        "Gouda"),
                row("Name", "#1050", "Email", "koper@example.com", "Billing Name", "", "Billing City", ""),
                row("Name", "#1050", "Email", "", "Billing Name", "", "Billing City", ""),
                row("Name", "#1051", "Email", "falk@example.com", "Billing Name", "Rune Falk", "Billing City", "Oslo"),
                row("Name", "#1052", "Email", "berg@example.com", "Billing Name", "", "Billing City", ""));

        assertThat(receipt.counts().rejected()).isZero();
        assertThat(receipt.counts().duplicates()).isEqualTo(2);
        assertThat(sink.clients)
                .extracting(ClientListed::name)
                .containsExactlyInAnyOrder("Kim Koper", "Rune Falk", null);
        assertThat(sink.clients)
                .filteredOn(client -> "Kim Koper".equals(client.name()))
                .allSatisfy(client -> assertThat(client.details().city()).isEqualTo("Gouda"));
    }

    @Test
    void aPersonsNameInSomeRowsKeepsTheColumn() {
        send(
                row("Name", "#1050", "Email", "koper@example.com", "Billing Name", "Kim Koper"),
                row("Name", "Rune Falk", "Email", "falk@example.com", "Billing Name", "Falk AS"));

        assertThat(sink.clients).extracting(ClientListed::name).containsExactlyInAnyOrder("Kim Koper", "Rune Falk");
    }

    @Test
    @SuppressWarnings("unchecked")
    void rowsWithoutAnIdGetAStableId() {
        send(
                row("name", "Ann Lee", "email", "ann@example.com", "city", "Oslo"),
                row("name", "Bo", "email", "ann@example.com", "city", "Oslo"));
        var ids = sink.clients.stream().map(ClientListed::client).toList();

        var changed = send(
                row("name", "Bo", "email", "ann@example.com", "city", "Oslo"),
                row("name", "ann  LEE", "email", "Ann@Example.com", "city", "Bergen"));

        assertThat(changed.counts()).isEqualTo(new ClientListReceipt.Counts(2, 0, 1, 1, 0, 0, 0));
        assertThat(only().client()).isEqualTo(ids.get(0)).startsWith("row-");
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    @SuppressWarnings("unchecked")
    void theLastRowOfAClientWins() {
        var receipt = send(row("id", "1", "name", "Ann"), row("id", "2", "name", "Bo"), row("id", "1", "name", "Anna"));

        assertThat(receipt.counts()).isEqualTo(new ClientListReceipt.Counts(3, 2, 0, 0, 1, 0, 0));
        assertThat(sink.clients).extracting(ClientListed::name).containsExactlyInAnyOrder("Anna", "Bo");
        assertThat(receipt.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.index()).isEqualTo(2));
    }

    @Test
    @SuppressWarnings("unchecked")
    void reportsTheRejectedColumn() {
        var receipt = send(
                row("id", "1", "name", "Ann", "email", "nowhere"),
                row("name", "x".repeat(10_000), "email", "a@b.c"),
                row("city", "Oslo"),
                row("id", "a\u0000b", "name", "Bo"),
                row("id", "9", "name", "Kim", "email", "kim@@example.com", "birth date", "31.2.1971"));

        assertThat(receipt.counts().rejected()).isEqualTo(4);
        assertThat(receipt.counts().added()).isEqualTo(1);
        assertThat(receipt.rejected()).extracting(RowRejection::field).containsExactly("email", "name", null, "id");
        assertThat(receipt.rejected())
                .extracting(RowRejection::code)
                .containsExactly(
                        RejectionCode.INVALID_FIELD,
                        RejectionCode.TOO_LARGE,
                        RejectionCode.MISSING_FIELD,
                        RejectionCode.INVALID_FIELD);
        assertThat(receipt.warnings())
                .extracting(ClientListReceipt.Warning::column)
                .containsExactlyInAnyOrder("email", "birth date");
        assertThat(sink.rejected).hasSize(4);
    }

    @Test
    @SuppressWarnings("unchecked")
    void keepsNamesUnchanged() {
        var names =
                List.of("محمد \u200Fعلي", "Zoë\u200B Łuk", "😀👩‍👩‍👧", "<script>alert(1)</script>", "=HYPERLINK(1)");
        for (var name : names) {
            send(row("id", name, "name", name));
            assertThat(only().name()).isEqualTo(name);
        }
        assertThat(send(row("name", "\u200B\u202E", "city", "Oslo")).counts().rejected())
                .isOne();
    }

    @Test
    void removesClientsThatACompleteListOmits() {
        send(true, List.of(row("id", "1", "name", "Ann"), row("id", "2", "name", "Bo"), row("id", "3", "name", "Cy")));

        var whole = send(true, List.of(row("id", "2", "name", "Bo"), row("id", "4", "name", "Di")));

        assertThat(whole.counts()).isEqualTo(new ClientListReceipt.Counts(2, 1, 0, 1, 0, 2, 0));
        assertThat(sink.unlisted).containsExactly("1", "3");
        assertThat(digests.entries).containsOnlyKeys("2", "4");
    }

    @Test
    void removesNobodyForAnEmptyListOrRejectedRows() {
        send(true, List.of(row("id", "1", "name", "Ann"), row("id", "2", "name", "Bo")));

        var broken =
                send(true, List.of(row("id", "1", "name", "Ann", "email", "nowhere"), row("id", "2", "name", "Bo")));
        var empty = send(true, List.of());

        assertThat(broken.removalRefusal()).contains("rejected");
        assertThat(empty.removalRefusal()).contains("no rows");
        assertThat(sink.unlisted).isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void publishesPendingClientsAgain() {
        sink.acknowledgement = CompletableFuture.failedFuture(new IOException("away"));
        assertThatThrownBy(() -> send(row("id", "1", "name", "Ann"))).isInstanceOf(DeliveryFailedException.class);
        sink.acknowledgement = CompletableFuture.completedFuture(null);

        send(row("id", "1", "name", "Ann"));

        assertThat(only().client()).isEqualTo("1");
        send(row("id", "1", "name", "Ann"));
        assertThat(sink.clients).isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void restoresDigestsFromPublishedClients() {
        send(row("id", "1", "name", "Ann", "x", "ann", "z", "1", "a", "2"));
        var published = List.copyOf(sink.clients);
        digests.entries.clear();
        new ClientDigestRestorer(digests).restore(SampleRows.BRAND.brandKey(), published);

        send(row("a", "2", "id", "1", "name", "Ann", "x", "ann", "z", "1"));

        assertThat(sink.clients).isEmpty();
    }

    @Test
    void reportsABoundedNumberOfRejectionsAndStoresAll() {
        var rows = new ArrayList<Map<String, Object>>();
        for (var n = 0; n < 3_000; n++) {
            rows.add(
                    n % 2 == 0
                            ? row("id", "c" + n, "name", "Ann")
                            : row("id", "c" + n, "name", "Bo", "email", "nowhere"));
        }

        var receipt = send(false, rows);

        assertThat(receipt.counts()).isEqualTo(new ClientListReceipt.Counts(3_000, 1_500, 0, 0, 0, 0, 1_500));
        assertThat(receipt.rejected()).hasSize(ClientListCounter.MAX_REPORTED);
        assertThat(sink.rejected).hasSize(1_500);
    }

    @Test
    @SuppressWarnings("unchecked")
    void removesNobodyAfterAnotherImportTookOver() {
        send(row("id", "1", "name", "Ann"), row("id", "2", "name", "Bo"));
        between = () -> {
            throw new DeliveryFailedException("Another import has taken this one's place");
        };

        assertThatThrownBy(() -> send(true, List.of(row("id", "1", "name", "Ann"))))
                .isInstanceOf(DeliveryFailedException.class);
        assertThat(sink.unlisted).isEmpty();
        assertThat(digests.entries).containsOnlyKeys("1", "2");
    }

    @Test
    void wordsForNoValueAndGuardsAreNoPartOfAValue() {
        send(
                row("id", "NULL", "name", "Ann", "email", "n/a", "phone", "-"),
                row("id", "'7001", "name", "Bo", "email", "mailto:Bo@x.no", "postcode", "'1234AB"),
                row("id", "none", "name", "Cy", "email", "null", "phone", "'+4791122001"));

        assertThat(sink.clients).hasSize(3);
        assertThat(sink.clients)
                .filteredOn(client -> client.client().startsWith("row-"))
                .hasSize(2);
        assertThat(sink.clients)
                .filteredOn(client -> client.client().equals("7001"))
                .singleElement()
                .satisfies(bo -> {
                    assertThat(bo.emailHash()).isEqualTo(SampleRows.HASHES.hashEmail("nord", "bo@x.no", "email"));
                    assertThat(bo.details()).hasFieldOrPropertyWithValue("postcode", "1234AB");
                });
    }
}

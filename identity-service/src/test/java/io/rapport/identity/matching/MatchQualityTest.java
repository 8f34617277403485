package io.rapport.identity.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.identity.matching.cluster.MatchResolution;
import io.rapport.identity.matching.outcome.Match;
import io.rapport.identity.matching.outcome.MatchOutcome;
import io.rapport.identity.matching.outcome.MatchThresholds;
import io.rapport.identity.matching.record.MatchRecord;
import io.rapport.identity.matching.record.RecordAccount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Match quality with the shipped priors on public data sets. */
@Tag("real-data")
class MatchQualityTest {

    private static MatchQuality deduplicated(String name, RealDataSets.Rows rows) {
        MatchIndex index = new MatchIndex(MatchThresholds.SHIPPED);
        rows.records().forEach(index::put);
        MatchQuality quality = RealDataSets.pairs(index.resolve(done -> {}), rows.truth());
        System.out.println(name + ": " + quality);
        return quality;
    }

    @Test
    void febrl1() {
        assertThat(deduplicated("febrl 1", RealDataSets.febrl("dataset1.csv")).f1())
                .isGreaterThanOrEqualTo(0.985);
    }

    @Test
    void febrl3() {
        assertThat(deduplicated("febrl 3", RealDataSets.febrl("dataset3.csv")).f1())
                .isGreaterThanOrEqualTo(0.985);
    }

    @Test
    void fake1000() {
        assertThat(deduplicated("fake_1000", RealDataSets.fake1000()).f1()).isGreaterThanOrEqualTo(0.85);
    }

    /** All accounts count, including those that consist of a number only and cannot be recognised. */
    @Test
    void congress() {
        MatchIndex index = new MatchIndex(MatchThresholds.SHIPPED);
        RealDataFiles.rows("congress/split/people_shared.csv")
                .forEach(row -> index.put(RealDataSets.congressPerson(row)));
        Map<String, String> owners = new HashMap<>();
        int opaque = 0;
        for (Map<String, String> row : RealDataFiles.rows("congress/split/accounts_shared.csv")) {
            String id = "handle-" + owners.size();
            owners.put(id, row.get("bioguide"));
            opaque += row.get("handle").isEmpty() ? 1 : 0;
            index.put(RealDataSets.congressAccount(row, id));
        }

        MatchResolution resolution = index.resolve(done -> {});

        Map<String, String> assigned = new HashMap<>();
        for (List<String> person : resolution.people()) {
            for (String id : person) {
                person.stream()
                        .filter(other -> owners.containsKey(other) && !owners.containsKey(id))
                        .forEach(h -> assigned.put(h, id));
            }
        }
        MatchQuality merged = quality(assigned, owners, owners.size());
        for (Match match : resolution.reviews()) {
            suggest(match, owners, assigned);
        }
        MatchQuality suggested = quality(assigned, owners, owners.size());
        MatchQuality named = quality(assigned, owners, owners.size() - opaque);
        System.out.println("congress, merged: " + merged + "; with first suggestions: " + suggested
                + "; of those that carry a name: " + named);
        assertThat(merged.precision()).isGreaterThanOrEqualTo(0.995);
        assertThat(merged.correct()).isGreaterThan(400);
        assertThat(suggested.f1()).isGreaterThanOrEqualTo(0.95);
        assertThat(named.f1()).isGreaterThanOrEqualTo(0.97);
    }

    private static void suggest(Match match, Map<String, String> owners, Map<String, String> assigned) {
        boolean left = owners.containsKey(match.id());
        if (left != owners.containsKey(match.other())) {
            assigned.putIfAbsent(left ? match.id() : match.other(), left ? match.other() : match.id());
        }
    }

    private static MatchQuality quality(Map<String, String> assigned, Map<String, String> owners, int real) {
        long right = assigned.entrySet().stream()
                .filter(entry -> entry.getValue().equals(owners.get(entry.getKey())))
                .count();
        return new MatchQuality(right, assigned.size(), real);
    }

    @Test
    void renamedAccountsAreConfirmed() {
        MatchIndex index = new MatchIndex(MatchThresholds.SHIPPED);
        List<MatchRecord> renamed = new ArrayList<>();
        for (Map<String, String> row : RealDataFiles.rows("congress/split/renames_shared.csv")) {
            String number = String.valueOf(renamed.size());
            String known = row.get("new_id").isEmpty() ? row.get("old_id") : row.get("new_id");
            String id = known.isEmpty() ? "stable-" + number : known;
            index.put(MatchRecord.handle(
                    "old-" + number, new RecordAccount(row.get("platform"), row.get("old_handle"), id)));
            renamed.add(MatchRecord.handle(
                    "new-" + number, new RecordAccount(row.get("platform"), row.get("new_handle"), id)));
        }

        assertThat(renamed)
                .hasSize(52)
                .allSatisfy(record -> assertThat(index.match(record))
                        .anyMatch(match -> match.outcome() == MatchOutcome.CONFIRMED
                                && match.other().equals(record.id().replace("new-", "old-"))));
    }
}

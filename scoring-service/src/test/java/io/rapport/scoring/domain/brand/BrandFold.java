package io.rapport.scoring.domain.brand;

import static io.rapport.scoring.domain.ledger.LedgerFixtures.STANDARD;

import io.rapport.scoring.domain.ledger.EngagementLedger;
import io.rapport.scoring.domain.ledger.LedgerEntry;
import io.rapport.scoring.domain.relationship.RelationshipScore;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Maintains a brand's ledger event by event, as the topology does: adds new contributions and subtracts old ones. */
final class BrandFold {

    private final Set<String> clients;
    private final Map<String, EngagementLedger> ledgers = new HashMap<>();
    private final Map<String, BrandLedger> snapshots = new HashMap<>();
    private BrandLedger brand = BrandLedger.EMPTY;
    private int asOf;

    BrandFold(Set<String> clients, int asOf) {
        this.clients = clients;
        this.asOf = asOf;
        clients.forEach(client -> change(client, EngagementLedger.EMPTY));
    }

    void add(String person, LedgerEntry entry) {
        change(person, ledger(person).plus(entry));
    }

    void remove(String person) {
        change(person, EngagementLedger.EMPTY);
    }

    void merge(String person, String other) {
        change(person, ledger(person).plus(ledger(other)));
        change(other, EngagementLedger.EMPTY);
    }

    void post(LedgerEntry post) {
        brand = stored(brand.plus(BrandLedger.ofPost(post)));
    }

    void turn(int day) {
        asOf = day;
        Map.copyOf(ledgers).forEach(this::change);
    }

    BrandLedger brand() {
        return brand;
    }

    private void change(String person, EngagementLedger after) {
        var score = RelationshipScore.of(after, asOf, clients.contains(person), STANDARD);
        var snapshot = PersonContribution.snapshot(after, score);
        brand = stored(brand.plus(PersonContribution.seriesChange(ledger(person), after, STANDARD))
                .plus(snapshot)
                .minus(snapshots.getOrDefault(person, BrandLedger.EMPTY)));
        ledgers.put(person, after);
        snapshots.put(person, snapshot);
    }

    private EngagementLedger ledger(String person) {
        return ledgers.getOrDefault(person, EngagementLedger.EMPTY);
    }

    private BrandLedger stored(BrandLedger ledger) {
        return BrandLedger.CODEC.decode(BrandLedger.CODEC.encode(ledger.trimmed(asOf)));
    }
}

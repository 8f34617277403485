package io.rapport.scoring.domain.brand;

import static io.rapport.scoring.domain.ledger.Given.STANDARD;

import io.rapport.scoring.domain.ledger.Entry;
import io.rapport.scoring.domain.ledger.Ledger;
import io.rapport.scoring.domain.relationship.RelationshipScore;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Keeps a brand's ledger the way a running service does: event by event, adding the new and taking away the old. */
final class BrandFold {

    private final Set<String> clients;
    private final Map<String, Ledger> ledgers = new HashMap<>();
    private final Map<String, BrandLedger> snapshots = new HashMap<>();
    private BrandLedger brand = BrandLedger.EMPTY;
    private int asOf;

    BrandFold(Set<String> clients, int asOf) {
        this.clients = clients;
        this.asOf = asOf;
        clients.forEach(client -> change(client, Ledger.EMPTY));
    }

    void add(String person, Entry entry) {
        change(person, ledger(person).plus(entry));
    }

    void remove(String person) {
        change(person, Ledger.EMPTY);
    }

    void merge(String person, String other) {
        change(person, ledger(person).plus(ledger(other)));
        change(other, Ledger.EMPTY);
    }

    void post(Entry post) {
        brand = stored(brand.plus(BrandLedger.ofPost(post)));
    }

    void turn(int day) {
        asOf = day;
        Map.copyOf(ledgers).forEach(this::change);
    }

    BrandLedger brand() {
        return brand;
    }

    private void change(String person, Ledger after) {
        var score = RelationshipScore.of(after, asOf, clients.contains(person), STANDARD);
        var snapshot = PersonFigures.snapshot(after, score);
        brand = stored(brand.plus(PersonFigures.seriesChange(ledger(person), after, STANDARD))
                .plus(snapshot)
                .minus(snapshots.getOrDefault(person, BrandLedger.EMPTY)));
        ledgers.put(person, after);
        snapshots.put(person, snapshot);
    }

    private Ledger ledger(String person) {
        return ledgers.getOrDefault(person, Ledger.EMPTY);
    }

    private BrandLedger stored(BrandLedger ledger) {
        return BrandLedgerCodec.decode(BrandLedgerCodec.encode(ledger.trimmed(asOf)));
    }
}

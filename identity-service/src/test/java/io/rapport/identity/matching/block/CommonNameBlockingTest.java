package io.rapport.identity.matching.block;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.identity.matching.record.MatchRecord;
import io.rapport.identity.matching.record.NormalizedRecord;
import io.rapport.identity.matching.record.RecordAccount;
import io.rapport.identity.matching.record.RecordField;
import org.junit.jupiter.api.Test;

/** Names in blocks above the bound: other shared keys still find the pair. */
class CommonNameBlockingTest {

    private static final int MANY = 100;

    private final RecordIndex records = new RecordIndex();

    private void put(MatchRecord record) {
        records.put(NormalizedRecord.of(record));
    }

    private static MatchRecord client(String id, String name) {
        return MatchRecord.client(id).with(RecordField.FULL_NAME, name);
    }

    private static MatchRecord handle(String name) {
        return MatchRecord.handle("h", new RecordAccount("x", name, "77"));
    }

    private void assertFound(MatchRecord handle) {
        assertThat(records.candidates(NormalizedRecord.of(handle)))
                .extracting(NormalizedRecord::id)
                .containsExactly("wanted");
    }

    private void manyOfEachName(String given, String family) {
        for (int i = 0; i < MANY; i++) {
            put(client("g" + i, given + " Kvaale" + i));
            put(client("f" + i, "Zelda" + i + " " + family));
        }
    }

    @Test
    void twoFrequentWordsAreCombined() {
        manyOfEachName("Mary", "Smith");
        put(client("wanted", "Mary Smith"));

        assertFound(handle("mary.b.smith"));
    }

    @Test
    void familiarFormsAreCombined() {
        manyOfEachName("Bill", "Smith");
        put(client("wanted", "William Smith"));

        assertFound(handle("bill_q_smith"));
    }

    @Test
    void frequentNameIsCombinedWithPlace() {
        manyOfEachName("Mary", "Smith");
        put(client("wanted", "Zelda Smith").with(RecordField.CITY, "Oslo"));

        assertFound(handle("smith_oslo"));
    }

    @Test
    void namesakesAreFoundByCity() {
        for (int i = 0; i < MANY; i++) {
            put(client("n" + i, "Mary Smith").with(RecordField.CITY, "Bergen"));
            put(client("c" + i, "Mary Kvaale" + i).with(RecordField.CITY, "Oslo"));
            put(client("d" + i, "Zelda" + i + " Smith").with(RecordField.CITY, "Oslo"));
        }
        put(client("wanted", "Mary Smith").with(RecordField.CITY, "Oslo"));

        assertFound(
                handle("q77").with(RecordField.DISPLAY_NAME, "Mary Smith").with(RecordField.LOCATION, "Oslo, Norway"));
    }

    @Test
    void frequentWordAloneFindsNothing() {
        manyOfEachName("Mary", "Smith");

        assertThat(records.candidates(NormalizedRecord.of(handle("marysmith")))).isEmpty();
    }

    @Test
    void wordIsLookedUpAgainOnceRare() {
        manyOfEachName("Mary", "Smith");
        put(client("wanted", "Zelda Smith"));
        for (int i = 0; i < MANY; i++) {
            records.remove("f" + i);
        }

        assertFound(handle("smith"));
    }
}

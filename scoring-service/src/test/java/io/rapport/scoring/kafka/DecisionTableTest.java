package io.rapport.scoring.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.model.ModelActivated;
import io.rapport.contracts.model.ModelPublished;
import io.rapport.scoring.domain.model.ScoringModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionTableTest {

    private static final ModelPublished FIRST = by("first");
    private static final ModelPublished SECOND = by("second");

    private final List<ModelPublished> again = new ArrayList<>();
    private final DecisionTable<ModelPublished> models = new DecisionTable<>((newer, existing) -> false, again::add);

    @Test
    void firstModelIsKeptAndRepublishedForCompaction() {
        models.apply(FIRST.key(), FIRST);
        models.apply(SECOND.key(), SECOND);
        assertThat(models.rows()).containsEntry(FIRST.key(), FIRST);
        assertThat(again).containsExactly(FIRST);

        models.apply(FIRST.key(), FIRST);
        assertThat(again).hasSize(1);
    }

    @Test
    void removedModelMayBePublishedAgain() {
        models.apply(FIRST.key(), FIRST);
        models.apply(FIRST.key(), null);
        models.apply(SECOND.key(), SECOND);

        assertThat(models.rows()).containsEntry(SECOND.key(), SECOND);
        assertThat(again).isEmpty();
    }

    @Test
    void activationOfARegistrationDoesNotReplaceThatOfAUser() {
        var published = new ArrayList<ModelActivated>();
        var table = new DecisionTable<>(ModelActivated::replaces, published::add);
        var initial = activated("standard-2", 0);
        var user = activated("standard-1", 1);
        table.apply("key", user);
        table.apply("key", initial);
        assertThat(table.rows()).containsEntry("key", user);
        assertThat(published).containsExactly(user);

        table.apply("key", activated("own", 1));
        assertThat(table.rows()).as("of two users the last one").containsEntry("key", activated("own", 1));
        var empty = new DecisionTable<>(ModelActivated::replaces, published::add);
        empty.apply("key", initial);
        empty.apply("key", user);
        assertThat(empty.rows()).containsEntry("key", user);
        assertThat(published).hasSize(1);
    }

    private static ModelActivated activated(String version, long sequence) {
        return new ModelActivated("agency", "brand", version, "ops", null, Instant.EPOCH, sequence);
    }

    private static ModelPublished by(String who) {
        return ScoringModel.standard().published(new BrandKey("agency", "brand"), who, Instant.EPOCH);
    }
}

package io.rapport.scoring.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.model.ModelPublished;
import io.rapport.scoring.domain.model.ScoringModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstModelTableTest {

    private static final ModelPublished FIRST = by("first");
    private static final ModelPublished SECOND = by("second");

    private final List<ModelPublished> again = new ArrayList<>();
    private final FirstModelTable models = new FirstModelTable(again::add);

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

    private static ModelPublished by(String who) {
        return ScoringModel.standard().published(new BrandKey("agency", "brand"), who, Instant.EPOCH);
    }
}

package io.rapport.web.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.web.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From which share of used memory on users are warned and requests refused. */
class StoreCapacityTest {

    @ParameterizedTest
    @CsvSource({
        "0, SUFFICIENT",
        "0.6999, SUFFICIENT",
        "0.7, LOW",
        "0.8999, LOW",
        "0.9, FULL",
        "1, FULL",
        "1.2, FULL",
        "NaN, SUFFICIENT"
    })
    void theLevelFollowsTheShareOfUsedMemory(double used, CapacityLevel level) {
        assertThat(CapacityLevel.of(used)).isEqualTo(level);
        assertThat(new StoreCapacity(() -> used).level()).isEqualTo(level);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.9, 0.95, 1})
    void additionsAreRefusedFromNinetyPercentOn(double used) {
        assertThatThrownBy(() -> new StoreCapacity(() -> used).requireFree())
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem().status()).isEqualTo(507);
                    assertThat(e.problem().detail())
                            .contains("RAPPORT_MONGODB_URI", (int) (used * 100) + " %", "are kept");
                });
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 0.7, 0.8999})
    void additionsAreAcceptedBelow(double used) {
        assertThatCode(() -> new StoreCapacity(() -> used).requireFree()).doesNotThrowAnyException();
    }

    @Test
    void theNoticeSaysWhatToDo() {
        assertThat(new StoreCapacity(() -> 0.69).notice()).isNull();
        assertThat(new StoreCapacity(() -> 0.7).notice())
                .startsWith("70 % of the memory")
                .contains("from 90 % on nothing more is imported", "Set RAPPORT_MONGODB_URI");
        assertThat(new StoreCapacity(() -> 0.93).notice())
                .startsWith("93 % of the memory")
                .contains(": nothing more is imported", "Set RAPPORT_MONGODB_URI");
    }

    @Test
    void aStoreOutsideOfTheMemoryHasNoLimit() {
        var capacity = new StoreCapacity(null);

        assertThat(capacity.level()).isEqualTo(CapacityLevel.SUFFICIENT);
        assertThat(capacity.notice()).isNull();
        assertThatCode(capacity::requireFree).doesNotThrowAnyException();
    }
}

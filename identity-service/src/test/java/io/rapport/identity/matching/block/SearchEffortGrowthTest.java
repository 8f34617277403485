package io.rapport.identity.matching.block;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.identity.matching.MatchIndex;
import io.rapport.identity.matching.outcome.MatchThresholds;
import io.rapport.identity.matching.record.MatchRecord;
import io.rapport.identity.matching.record.RecordAccount;
import io.rapport.identity.matching.record.RecordField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/** The cost of a candidate search is independent of the size of the brand; measured in counts of work, not in time. */
class SearchEffortGrowthTest {

    private static final int SAMPLE = 300;

    private final Random random = new Random(7);

    /** Realistic name frequencies: a few names are common, and larger brands contain more distinct names. */
    @Test
    void effortIsBoundedForRealisticNames() {
        IntUnaryOperator given = i -> rank(100, 0.8);
        assertGrowth(given, i -> 100_000 + rank(400, 0.45));
    }

    /** Worst case: the number of distinct names is fixed, so each becomes more frequent as the brand grows. */
    @Test
    void effortIsBoundedForAThousandNames() {
        assertGrowth(i -> random.nextInt(1000), i -> 100_000 + random.nextInt(1000));
    }

    @Test
    void effortStaysWithinTheBoundsIfAllShareOneName() {
        var once = effort(i -> 1, i -> 100_001, 3_000);

        assertThat(once.postings()).isLessThanOrEqualTo(64L * SAMPLE);
        assertThat(once.candidates()).isLessThanOrEqualTo(16L * SAMPLE);
    }

    private void assertGrowth(IntUnaryOperator given, IntUnaryOperator family) {
        var few = effort(given, family, 10_000);
        var many = effort(given, family, 100_000);
        System.out.println("10 000 handles: " + few + ", 100 000: " + many + ", for " + SAMPLE);

        assertThat(many.keys()).isLessThanOrEqualTo(few.keys() * 13 / 10);
        assertThat(many.postings() + many.candidates())
                .isLessThanOrEqualTo((few.postings() + few.candidates()) * 13 / 10);
    }

    /** Returns a random rank with a power-law tail: the share above rank r is (1 + r/q) to the power of -s. */
    private int rank(double q, double s) {
        return (int) Math.min(1e6, q * (Math.pow(1 - random.nextDouble(), -1 / s) - 1));
    }

    private SearchEffort effort(IntUnaryOperator given, IntUnaryOperator family, int handles) {
        var index = new MatchIndex(MatchThresholds.SHIPPED);
        List<MatchRecord> accounts = new ArrayList<>();
        for (var person = 0; person < handles / 3; person++) {
            var first = word(given.applyAsInt(person));
            var last = word(family.applyAsInt(person));
            index.put(MatchRecord.client("c" + person).with(RecordField.FULL_NAME, first + " " + last));
            accounts.add(account(accounts.size(), first + last));
            accounts.add(account(accounts.size(), first.charAt(0) + last + random.nextInt(100)));
            accounts.add(account(accounts.size(), word(random.nextInt(1 << 16)) + word(random.nextInt(1 << 20))));
        }
        Collections.shuffle(accounts, random);
        accounts.forEach(index::put);
        var before = index.effort();
        accounts.subList(0, SAMPLE).forEach(account -> index.match(account.id()));
        return index.effort().since(before);
    }

    private static MatchRecord account(int number, String name) {
        return MatchRecord.handle("h" + number, new RecordAccount("x", name, "id" + number));
    }

    /** Returns a pronounceable word, distinct for each number. */
    private static String word(int number) {
        var word = new StringBuilder();
        for (var rest = number + 400; rest > 0; rest /= 80) {
            word.append("bcdfghklmnprstvz".charAt(rest % 16)).append("aeiou".charAt(rest / 16 % 5));
        }
        return word.append(List.of("", "n", "rd", "l", "st").get(number % 5)).toString();
    }
}
